package io.jinlin.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jinlin.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices()
          .matching("io.jinlin.edge.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader follows a scan from package to package in one order");

  @ArchTest
  static final ArchRule ONLY_THE_CLOCK_ASKS_THE_MACHINE_FOR_THE_TIME_OF_DAY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..clock..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.InstantSource.class, "system")
          .because("time is passed in, so that tests and simulations set it");

  @ArchTest
  static final ArchRule AN_AGENT_KNOWS_NO_WEB_SERVER_AND_NO_HUB =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.jinlin.hub..", "io.jinlin.kiosk..")
          .because("it runs alone on a small machine with only door sensors");

  @ArchTest
  static final ArchRule DECIDING_MOVES_NO_BYTES =
      noClasses()
          .that()
          .resideInAPackage("..decide..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "org.slf4j..")
          .because(
              "a decision is a pure function of card, place, clock, timetable and what was seen");
}
