package io.jinlin.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jinlin.kiosk", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices()
          .matching("io.jinlin.kiosk.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader follows a scan from package to package in one order");

  @ArchTest
  static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME_OF_DAY =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.InstantSource.class, "system")
          .because("time is passed in, so that tests and simulations set it");

  @ArchTest
  static final ArchRule A_KIOSK_KNOWS_NO_HUB =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jinlin.hub..")
          .because("all that they share is the contract");
}
