package io.jinlin.hub.programme;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ProgrammeArrowsTest {
  private static final JavaClasses HUB =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.jinlin.hub");

  @Test
  void theStoreWritesNowhereElseAndLogsNothing() {
    noClasses()
        .that()
        .resideInAPackage("..programme..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.slf4j..",
            "io.micrometer..",
            "io.jinlin.contract..",
            "io.jinlin.hub.ledger..",
            "io.jinlin.hub.live..",
            "io.jinlin.hub.gateway..",
            "io.jinlin.hub.residents..")
        .because("what is written anywhere else can be read by others (Mental Health Law, art. 4)")
        .check(HUB);
  }

  @Test
  void nobodyReadsTheStoreButItsRoutes() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..programme..")
        .and()
        .haveNameNotMatching(".*\\.api\\.(ProgrammeRoutes|Api).*")
        .and()
        .haveNameNotMatching(".*\\.web\\.StaffSite.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..programme..")
        .because("a second reader is a second place from which a member can be inferred")
        .check(HUB);
  }
}
