package io.healthconnect.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** I-06 and X-03: each rule holds for the code, applies to something, and catches an offence. */
class ArchitectureTest {
  private static final String ROOT = "io.healthconnect";
  private static final String OFFENCES = "io.healthconnect.architecture.offence";

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);
  private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages(OFFENCES);

  @TestFactory
  Stream<DynamicTest> theCodeKeeps() {
    return Rules.below(ROOT).stream()
        .map(
            rule -> dynamicTest(rule.name(), () -> rule.rule().allowEmptyShould(true).check(CODE)));
  }

  @TestFactory
  Stream<DynamicTest> offencesAreCaughtBy() {
    return Rules.below(OFFENCES).stream()
        .flatMap(
            rule ->
                rule.offenders().stream()
                    .map(
                        offender ->
                            dynamicTest(
                                rule.name() + ": " + offender,
                                () -> assertTrue(catches(rule, offender)))));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleAppliesToSomeClass() {
    return Rules.below(ROOT).stream()
        .flatMap(rule -> rule.modules().stream())
        .distinct()
        .filter(ArchitectureTest::hasSources)
        .map(module -> dynamicTest(module, () -> assertTrue(classesOf(module) > 0)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleNamesAnOffender() {
    return Rules.below(ROOT).stream()
        .map(
            rule ->
                dynamicTest(rule.name(), () -> assertEquals(false, rule.offenders().isEmpty())));
  }

  private static boolean catches(Rule rule, String offender) {
    List<String> details = rule.rule().evaluate(OFFENDERS).getFailureReport().getDetails();
    return details.stream().anyMatch(detail -> detail.matches("(?s).*\\b" + offender + "\\b.*"));
  }

  private static long classesOf(String module) {
    String start = ROOT + "." + module + ".";
    return CODE.stream().filter(type -> (type.getPackageName() + ".").startsWith(start)).count();
  }

  /** A planned module has no code yet that could break rules. */
  private static boolean hasSources(String module) {
    String folder = Rules.ADAPTERS.contains(module) ? "adapter-" + module : module;
    return Files.isDirectory(Path.of("..", folder, "src", "main", "java"));
  }
}
