package io.jinlin.contract.page;

import io.jinlin.contract.event.Check;
import java.time.ZoneId;

/**
 * The site.
 *
 * @param name in Chinese, as shown
 * @param nameEnglish as shown
 * @param zone by which days and times of day are meant
 */
public record Site(String id, String name, String nameEnglish, ZoneId zone) {
  public Site {
    Check.id("site", id);
    Check.note("name", name);
    Check.note("name_english", nameEnglish);
  }
}
