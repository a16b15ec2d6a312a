package io.jinlin.contract.wire;

import io.jinlin.contract.event.Check;
import io.jinlin.contract.event.Words;

/**
 * The topics, {@code jinlin/v1/{site}/up/{device}/{kind}} and {@code …/dn/{device}/{kind}}. A
 * device publishes only below its own {@code up/} and reads only its own {@code dn/}.
 *
 * @param site the site's identifier
 * @param device the device's identifier
 * @param kind which message
 */
public record Topics(String site, String device, Kind kind) {
  private static final String ROOT = "jinlin/v" + Limits.VERSION + "/";

  /** The messages, by direction. */
  public enum Kind {
    HELLO(true),
    EVENTS(true),
    HEALTH(true),
    ASK(true),
    ACK(false),
    PAGE(false),
    COMMAND(false);

    private final boolean up;

    Kind(boolean up) {
      this.up = up;
    }

    /** From device to hub. */
    public boolean up() {
      return up;
    }
  }

  public Topics {
    Check.id("site", site);
    Check.id("device", device);
  }

  /** What a hub subscribes to for all messages of all devices of a site. */
  public static String upFilter(String site) {
    return ROOT + site + "/up/+/+";
  }

  /** What a device subscribes to. */
  public static String downFilter(String site, String device) {
    return ROOT + site + "/dn/" + device + "/+";
  }

  /** The topic as text. */
  public String text() {
    return ROOT + site + (kind.up() ? "/up/" : "/dn/") + device + "/" + Words.of(kind);
  }

  /** Reads a topic; refuses all that {@link #text()} does not write. */
  public static Decoded<Topics> parse(String topic) {
    if (!topic.startsWith(ROOT)) {
      boolean otherVersion = topic.startsWith("jinlin/v");
      return refused(otherVersion ? Refusal.WRONG_VERSION : Refusal.WRONG_TOPIC);
    }
    String[] parts = topic.substring(ROOT.length()).split("/", -1);
    if (parts.length != 4) {
      return refused(Refusal.WRONG_TOPIC);
    }
    try {
      Topics topics = new Topics(parts[0], parts[2], Words.of(Kind.class, parts[3]));
      return topics.text().equals(topic)
          ? new Decoded.Value<>(topics)
          : refused(Refusal.WRONG_TOPIC);
    } catch (IllegalArgumentException notOurs) {
      return refused(Refusal.WRONG_TOPIC);
    }
  }

  private static Decoded<Topics> refused(Refusal refusal) {
    return new Decoded.Refused<>(refusal, "topic");
  }
}
