package io.healthconnect.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What ArchUnit has no words for. */
final class Conditions {
  private static final Set<String> AMBIENT_TARGETS =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.util.TimeZone.getDefault",
          "java.util.Calendar.getInstance",
          "java.time.ZoneId.systemDefault",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random");
  private static final Set<String> BUILDS_TEXT =
      Set.of(
          "java.lang.String.format",
          "java.lang.String.formatted",
          "java.lang.String.concat",
          "java.lang.String.join",
          "java.lang.String.replace",
          "java.lang.StringBuilder.append");
  private static final Set<String> RUNS_SQL =
      Set.of(
          "prepareStatement",
          "prepareCall",
          "execute",
          "executeQuery",
          "executeUpdate",
          "addBatch");

  /** Reads the machine's clock, zone or randomness, by call or by method reference. */
  static final DescribedPredicate<JavaAccess<?>> AMBIENT =
      DescribedPredicate.describe("reads what should be passed in", access -> ambient(access));

  /**
   * A class that hands text to the database builds no text at all. Joining with + leaves no call in
   * the class, only the name of the method that javac refers to; so that is looked for.
   */
  static final ArchCondition<JavaClass> PREPARE_CONSTANTS_ONLY =
      new ArchCondition<>("prepare constant SQL only") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
          boolean runsSql =
              item.getAccessesFromSelf().stream().anyMatch(access -> runsText(access.getTarget()));
          boolean buildsText =
              item.getAccessesFromSelf().stream()
                      .anyMatch(access -> BUILDS_TEXT.contains(name(access.getTarget())))
                  || bytes(item).contains("makeConcatWithConstants");
          String message = item.getName() + " runs SQL and builds text";
          events.add(new SimpleConditionEvent(item, !(runsSql && buildsText), message));
        }
      };

  private Conditions() {}

  static ArchCondition<JavaClass> extendNoClassOf(String domain) {
    return new ArchCondition<>("extend no class of " + domain) {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        boolean extended =
            item.getRawSuperclass()
                .filter(parent -> (parent.getPackageName() + ".").startsWith(domain + "."))
                .isPresent();
        events.add(
            new SimpleConditionEvent(item, !extended, item.getName() + " extends a domain class"));
      }
    };
  }

  private static boolean ambient(JavaAccess<?> access) {
    String name = name(access.getTarget());
    boolean ownClock =
        access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
            && unit.getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.time.Clock"));
    boolean now = name.startsWith("java.time.") && name.endsWith(".now") && ownClock;
    boolean date =
        name.equals("java.util.Date.<init>")
            && ((AccessTarget.CodeUnitAccessTarget) access.getTarget())
                .getRawParameterTypes()
                .isEmpty();
    boolean clock = name.startsWith("java.time.Clock.system");
    return now || date || clock || AMBIENT_TARGETS.contains(name);
  }

  private static boolean runsText(AccessTarget target) {
    return target.getOwner().getPackageName().equals("java.sql")
        && RUNS_SQL.contains(target.getName())
        && target instanceof AccessTarget.CodeUnitAccessTarget unit
        && !unit.getRawParameterTypes().isEmpty();
  }

  private static String name(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }

  private static String bytes(JavaClass item) {
    URI source = item.getSource().orElseThrow().getUri();
    try (InputStream stream = source.toURL().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
