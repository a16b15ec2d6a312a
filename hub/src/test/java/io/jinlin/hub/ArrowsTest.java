package io.jinlin.hub;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.jinlin.hub.residents.Entitlement;

@AnalyzeClasses(packages = "io.jinlin.hub", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices()
          .matching("io.jinlin.hub.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader follows a scan from package to package in one order");

  @ArchTest
  static final ArchRule ONLY_COMMANDS_ASKS_THE_MACHINE_FOR_THE_TIME_OF_DAY =
      noClasses()
          .that()
          .resideOutsideOfPackage("..cli..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.InstantSource.class, "system")
          .because("time is passed in, so that tests and simulations set it");

  @ArchTest
  static final ArchRule NOTHING_THAT_LEAVES_THE_HUB_KNOWS_WHO_EATS_FREE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "..pages..", "..gateway..", "..cards..", "..places..", "..live..", "..ledger..")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Entitlement.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Entitlement.Tier.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("..settlement..")
          .because("no kiosk, board or topic may tell one tier from another");

  @ArchTest
  static final ArchRule A_HUB_KNOWS_NO_DEVICE_FROM_INSIDE =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.jinlin.edge..", "io.jinlin.kiosk..")
          .because("all that they share is the contract");
}
