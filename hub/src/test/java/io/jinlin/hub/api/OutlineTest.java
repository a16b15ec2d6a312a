package io.jinlin.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OutlineTest {
  @Test
  void itSaysWhereAFailureCameFromAndNotWhatItQuotes() {
    Throwable quoting = catchThrowable(() -> LocalDate.parse("陈阿英"));
    assertThat(quoting).hasMessageContaining("陈阿英");
    String outline = Outline.of(new IllegalStateException("of 陈阿英", quoting));
    assertThat(outline)
        .contains("IllegalStateException")
        .contains("caused by java.time.format.DateTimeParseException")
        .contains("OutlineTest")
        .doesNotContain("陈阿英");
  }
}
