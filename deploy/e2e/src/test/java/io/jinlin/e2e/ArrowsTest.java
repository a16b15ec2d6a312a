package io.jinlin.e2e;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jinlin.e2e", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CIRCLES =
      slices()
          .matching("io.jinlin.e2e.(*)..")
          .should()
          .beFreeOfCycles()
          .because("a reader follows a scan from package to package in one order");
}
