package io.jinlin.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.jinlin.contract",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices()
          .matching("io.jinlin.contract.(*)..")
          .should()
          .beFreeOfCycles()
          .because("card ← event ← wire ← page is the order in which they can be read");

  @ArchTest
  static final ArchRule THE_CONTRACT_IS_ONLY_RECORDS_AND_CODECS =
      noClasses()
          .that()
          .resideOutsideOfPackage("..config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io.file..", "java.nio.file..", "java.net..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "java.util.concurrent..")
          .because("it does no I/O, has no clock and no log: both ends must be able to trust it");

  @ArchTest
  static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .because("time is passed in");
}
