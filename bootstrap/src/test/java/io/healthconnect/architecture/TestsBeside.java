package io.healthconnect.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Which classes have a test of their own, in the same package of the same module. */
final class TestsBeside {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode", "equals");

  /** In the packages of the application, each interface of its own file is a use case. */
  private static final DescribedPredicate<JavaClass> USE_CASE =
      DescribedPredicate.describe(
          "are use cases",
          type ->
              type.isInterface()
                  && type.isTopLevelClass()
                  && !type.getSimpleName().equals("package-info"));

  /** A record that can do more than tell its components; identifiers are no such thing. */
  private static final DescribedPredicate<JavaClass> WITH_BEHAVIOUR =
      DescribedPredicate.describe(
          "are aggregates or values with behaviour",
          type ->
              type.isRecord()
                  && type.isTopLevelClass()
                  && !type.getSimpleName().endsWith("Id")
                  && type.getMethods().stream().anyMatch(method -> isBehaviour(type, method)));

  private TestsBeside() {}

  static List<Rule> below(String root) {
    return List.of(
        new Rule(
            "use cases have a test beside them",
            classes()
                .that()
                .resideInAPackage(root + ".application..")
                .and(USE_CASE)
                .should(haveATestIn("application")),
            List.of("application"),
            List.of("UntestedUseCase")),
        new Rule(
            "aggregates and values with behaviour have a test beside them",
            classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .and(WITH_BEHAVIOUR)
                .should(haveATestIn("domain")),
            List.of("domain"),
            List.of("UntestedValue")));
  }

  /**
   * @param module the folder of the module
   */
  private static ArchCondition<JavaClass> haveATestIn(String module) {
    return new ArchCondition<>("have a test beside them in " + module) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        Path test =
            Path.of("..", module, "src", "test", "java")
                .resolve(item.getName().replace('.', '/') + "Test.java");
        events.add(
            new SimpleConditionEvent(
                item, hasTests(test), item.getName() + " has no test " + test));
      }
    };
  }

  private static boolean hasTests(Path file) {
    try {
      return Files.exists(file)
          && Files.readString(file).matches("(?s).*@(Parameterized)?Test\\b.*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBehaviour(JavaClass type, JavaMethod method) {
    return !method.getModifiers().contains(JavaModifier.STATIC)
        && !method.getModifiers().contains(JavaModifier.PRIVATE)
        && !OF_EVERY_OBJECT.contains(method.getName())
        && type.tryGetField(method.getName()).isEmpty();
  }
}
