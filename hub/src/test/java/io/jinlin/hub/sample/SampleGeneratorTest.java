package io.jinlin.hub.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.jinlin.contract.event.Fact;
import io.jinlin.hub.residents.Category;
import io.jinlin.hub.residents.Guardian;
import io.jinlin.hub.residents.Person;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SampleGeneratorTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private final Community community = new SampleGenerator(7, TODAY).community("jinlin");

  @Test
  void theCommunityHasTheSizesThatWerePublished() {
    assertThat(community.households()).hasSize(4_700);
    assertThat(residents()).hasSize(14_000);
    assertThat(residents()).filteredOn(p -> p.age(TODAY) >= 60).hasSizeGreaterThan(1_500);
    assertThat(community.entitlements()).hasSize(280);
    assertThat(community.households()).filteredOn(h -> h.file().isPresent()).hasSize(268);
    assertThat(community.enrolments())
        .filteredOn(e -> e.series().equals(SampleTimetable.SCHOOL))
        .hasSize(40);
    assertThat(community.places()).hasSize(9);
  }

  @Test
  void theSameSeedGivesTheSameCommunityAndAnotherSeedAnother() {
    assertThat(new SampleGenerator(7, TODAY).community("jinlin")).isEqualTo(community);
    assertThat(new SampleGenerator(8, TODAY).community("jinlin").cards().get(0))
        .isNotEqualTo(community.cards().get(0));
  }

  @Test
  void everyDoorIsThereOnceAndEveryCardIsItsOwn() {
    assertThat(community.households())
        .extracting("phase", "block", "stair", "room")
        .doesNotHaveDuplicates();
    assertThat(community.cards()).extracting(SampleCard::code).doesNotHaveDuplicates();
    assertThat(community.cards())
        .filteredOn(card -> !card.lost())
        .hasSize(community.persons().size());
    assertThat(community.cards()).anyMatch(SampleCard::lost);
  }

  @Test
  void everyChildOfTheSchoolHasOneOrTwoAdultsWhoMayCollectIt() {
    Map<Long, Integer> collectors = new HashMap<>();
    Map<Long, Integer> children = new HashMap<>();
    for (Guardian guardian : community.guardians()) {
      if (guardian.collects()) {
        collectors.merge(guardian.child(), 1, Integer::sum);
        children.merge(guardian.adult(), 1, Integer::sum);
      }
      assertThat(community.person(guardian.adult()).age(TODAY)).isGreaterThanOrEqualTo(18);
    }
    schoolChildren().forEach(child -> assertThat(collectors.get(child)).isBetween(1, 2));
    assertThat(children.values()).allMatch(count -> count <= Fact.MAX_CHILDREN);
  }

  @Test
  void theSchoolHasSiblings() {
    Set<Long> households = new HashSet<>();
    List<Long> children = schoolChildren();
    children.forEach(child -> households.add(community.person(child).household().orElseThrow()));
    assertThat(households.size()).isLessThan(children.size() - 3);
  }

  @Test
  void itLooksLivedInWithHomonymsAndCompoundSurnamesAndPeopleWithoutAPhone() {
    assertThat(residents()).filteredOn(p -> p.name().equals("陈秀英")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(residents()).anyMatch(p -> p.name().startsWith("欧阳"));
    assertThat(residents()).filteredOn(p -> p.age(TODAY) > 75).anyMatch(p -> p.phone().isEmpty());
    assertThat(community.categories())
        .filteredOn(c -> c.kind() == Category.Kind.LIVING_ALONE)
        .hasSizeGreaterThan(300);
    assertThat(residents())
        .allSatisfy(p -> p.phone().ifPresent(n -> assertThat(n).matches("12[0-9]{9}")));
  }

  @Test
  void thereIsAFilmEveryWednesdayAndTheSchoolOnWeekdaysAndNothingInTheSpringFestival() {
    LocalDate wednesday = TODAY.plusDays(1);
    assertThat(wednesday.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
    assertThat(SampleTimetable.of(wednesday)).anyMatch(s -> s.category().equals("film"));
    assertThat(SampleTimetable.of(TODAY)).anyMatch(s -> s.series().equals(SampleTimetable.SCHOOL));
    assertThat(SampleTimetable.of(LocalDate.of(2026, 2, 17))).isEmpty();
    for (int i = 0; i < 400; i++) {
      Set<String> ids =
          SampleTimetable.of(TODAY.plusDays(i)).stream()
              .map(s -> s.id())
              .collect(Collectors.toSet());
      assertThat(ids).hasSize(SampleTimetable.of(TODAY.plusDays(i)).size());
    }
  }

  private List<Person> residents() {
    return community.persons().stream().filter(p -> p.role() == Person.Role.RESIDENT).toList();
  }

  private List<Long> schoolChildren() {
    return community.enrolments().stream()
        .filter(e -> e.series().equals(SampleTimetable.SCHOOL))
        .map(e -> e.person())
        .toList();
  }
}
