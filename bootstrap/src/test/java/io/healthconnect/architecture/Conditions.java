package io.healthconnect.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Conditions that ArchUnit does not provide. */
final class Conditions {
  private static final Set<String> AMBIENT_TARGETS =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.util.TimeZone.getDefault",
          "java.util.Calendar.getInstance",
          "java.time.ZoneId.systemDefault",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random");

  /** Accesses of the system's clock, time zone or randomness, by call or by method reference. */
  static final DescribedPredicate<JavaAccess<?>> AMBIENT =
      DescribedPredicate.describe("reads what should be passed in", access -> ambient(access));

  private static final Set<String> CONNECTIONS =
      Set.of(
          "java.net.Socket",
          "java.net.DatagramSocket",
          "java.net.URLConnection",
          "java.net.HttpURLConnection",
          "javax.net.SocketFactory",
          "javax.naming.InitialContext");

  /** I-10: types that lead to other hosts. */
  static final DescribedPredicate<JavaClass> OPENS_CONNECTIONS =
      DescribedPredicate.describe(
          "opens connections",
          type ->
              CONNECTIONS.contains(type.getName())
                  || type.getPackageName().equals("java.net.http"));

  /** A method that passes text to the database must not build any text. */
  static final ArchCondition<JavaClass> PREPARE_CONSTANTS_ONLY =
      new ArchCondition<>("prepare constant SQL only") {
        @Override
        public void check(JavaClass item, ConditionEvents events) {
          SqlMethods.thatBuildText(item)
              .forEach(
                  method ->
                      events.add(
                          SimpleConditionEvent.violated(
                              item, item.getName() + "." + method + " runs SQL and builds text")));
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

  private static String name(AccessTarget target) {
    return target.getOwner().getName() + "." + target.getName();
  }
}
