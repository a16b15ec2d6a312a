package io.jinlin.hub.residents;

import io.jinlin.contract.event.Check;
import java.util.Optional;

/**
 * A household by its door: 期 · 栋 · 梯 · 室.
 *
 * @param id from 1
 * @param phase building phase, 1–9
 * @param block within the phase, 1–99
 * @param stair within the block, 1–9
 * @param room as on the door, 101–9,999
 * @param grid the grid (网格) it belongs to
 * @param file number of its 一户一档 file; that there is one marks poverty and is protected
 */
public record Household(
    long id, int phase, int block, int stair, int room, String grid, Optional<String> file) {

  public Household {
    Check.range("household", id, 1, Integer.MAX_VALUE);
    Check.range("phase", phase, 1, 9);
    Check.range("block", block, 1, 99);
    Check.range("stair", stair, 1, 9);
    Check.range("room", room, 101, 9_999);
    Check.id("grid", grid);
  }

  /** As people write it: {@code 1期3栋2梯1203}. */
  public String address() {
    return phase + "期" + block + "栋" + stair + "梯" + room;
  }
}
