package io.jinlin.hub.residents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "王阿英,王*",
    "王英,王*",
    "欧阳美珠,欧阳*",
    "欧阳,欧*",
    "林,林*",
    "𠮷田一,𠮷*",
    "Anna Berg,Anna*",
    "阿卜杜·热西提,阿卜杜*"
  })
  void anyNameIsShownAsItsSurnameAndOneStar(String name, String shown) {
    assertThat(Names.masked(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"FEMALE,80,王奶奶", "MALE,60,王爷爷", "FEMALE,59,王女士", "MALE,18,王先生", "MALE,17,王小朋友"})
  void theFormOfAddressFollowsAgeAndSex(Sex sex, int age, String voice) {
    assertThat(Names.voice(person("王金水", sex, age), TODAY)).isEqualTo(voice);
  }

  @Test
  void aPersonInALogLineHasNoName() {
    assertThat(person("王金水", Sex.MALE, 70).toString()).doesNotContain("王");
  }

  private static Person person(String name, Sex sex, int age) {
    return new Person(
        1,
        OptionalLong.empty(),
        name,
        sex,
        TODAY.minusYears(age),
        Optional.empty(),
        "zh",
        Person.Role.RESIDENT,
        Optional.empty());
  }
}
