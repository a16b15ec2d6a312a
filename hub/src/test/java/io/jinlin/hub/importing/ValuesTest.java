package io.jinlin.hub.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.hub.residents.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1期3栋2梯1203",
        "一期三栋二梯1203室",
        "幸福社区 1期3幢2单元1203",
        "1-3-2-1203",
        "１期３栋２梯１２０３",
        "1期03栋2梯01203号"
      })
  void aDoorIsReadHoweverItIsWritten(String text) {
    assertThat(Values.door(text)).hasValue(new Values.Door(1, 3, 2, 1203));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1期3栋", "3栋1203", "1期3栋2梯12", "村口", "0期3栋2梯1203"})
  void anUnfinishedDoorIsNone(String text) {
    assertThat(Values.door(text)).isEmpty();
  }

  @Test
  void otherCellsAreReadHoweverTheyAreWritten() {
    assertThat(Values.grid("第三网格")).hasValue("grid-3");
    assertThat(Values.grid("grid-12")).hasValue("grid-12");
    assertThat(Values.phone("+86 138-0013-8000")).hasValue("13800138000");
    assertThat(Values.phone("0592-1234567 / 13800138000")).isEmpty();
    assertThat(Values.categories("独居老人、重残").orElseThrow())
        .containsExactlyInAnyOrder(Category.Kind.LIVING_ALONE, Category.Kind.SEVERE_DISABILITY);
    assertThat(Values.categories("独居、富有")).isEmpty();
    assertThat(Field.of(" 出 生 日 期(必填) *")).hasValue(Field.BORN);
    assertThat(Field.of("联系电话：")).hasValue(Field.PHONE);
    assertThat(Field.of("序号")).isEmpty();
  }

  @Test
  void anIdNumberIsCheckedAsTheStandardSays() {
    // The example of GB 11643-1999, appendix.
    assertThat(Identities.wrong("11010519491231002X")).isEmpty();
    assertThat(Identities.wrong("110105194912310021")).hasValue("identity-check");
    assertThat(Identities.wrong("11010519491331002X")).hasValue("identity-date");
    assertThat(Identities.wrong("110105491231002")).hasValue("identity-length");
    assertThat(Identities.woman("11010519491231002X")).isTrue();
  }
}
