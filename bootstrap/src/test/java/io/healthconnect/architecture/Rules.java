package io.healthconnect.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The architecture rules for one tree of packages: the real one, or the one of deliberate offences.
 */
final class Rules {
  static final List<String> ADAPTERS =
      List.of("security", "sqlite", "mongo", "cloudinary", "notify", "edge", "rest", "signaling");
  private static final List<String> INSIDE =
      List.of(
          "domain",
          "application",
          "security",
          "sqlite",
          "mongo",
          "cloudinary",
          "notify",
          "edge",
          "rest",
          "signaling",
          "testkit");

  /** I-10: what works with the words of clients; databases are reached by their drivers alone. */
  private static final List<String> SERVING =
      List.of("domain", "application", "security", "sqlite", "mongo", "edge", "rest", "signaling");

  /**
   * The packages that each adapter may use in addition to the domain, the application and Java
   * itself.
   */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of(
          "security",
          List.of(
              "at.favre.lib..",
              "com.auth0.jwt..",
              "com.nulabinc.zxcvbn..",
              "com.eatthepath.otp..",
              "com.twelvemonkeys..",
              "com.luciad.imageio.webp..",
              "javax.imageio..",
              "com.fasterxml.jackson..",
              "javax.crypto.."),
          "sqlite",
          List.of("javax.sql..", "org.sqlite..", "org.flywaydb..", "org.slf4j.."),
          "mongo",
          List.of("com.mongodb..", "org.bson..", "org.slf4j.."),
          "cloudinary",
          List.of("com.cloudinary..", "org.apache.hc..", "io.github.resilience4j..", "org.slf4j.."),
          "notify",
          List.of(
              "jakarta.mail..",
              "org.eclipse.angus.mail..",
              "biweekly..",
              "com.zerodeplibs.webpush..",
              "com.fasterxml.jackson..",
              "org.apache.hc..",
              "javax.net..",
              "org.slf4j.."),
          "edge",
          List.of("org.eclipse.jetty.util.."),
          "rest",
          List.of(
              "io.javalin..",
              "kotlin..",
              "jakarta.servlet..",
              "org.eclipse.jetty..",
              "com.fasterxml.jackson..",
              "io.github.bucket4j..",
              "com.github.benmanes.caffeine..",
              "javax.crypto..",
              "org.slf4j.."),
          "signaling",
          List.of(
              "jakarta.websocket..",
              "org.glassfish.tyrus..",
              "org.eclipse.jetty..",
              "com.fasterxml.jackson..",
              "io.github.bucket4j..",
              "com.github.benmanes.caffeine..",
              "javax.crypto..",
              "org.slf4j.."));

  /** The two edges share one module; other adapters see no other adapter. */
  private static List<String> inside(String adapter) {
    return List.of("rest", "signaling").contains(adapter)
        ? List.of("domain", "application", "edge")
        : List.of("domain", "application");
  }

  private final String root;

  private Rules(String root) {
    this.root = root;
  }

  static List<Rule> below(String root) {
    return new Rules(root).all();
  }

  private List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            "the domain sees Java and JSpecify only",
            sees("domain", List.of(), List.of()),
            List.of("domain"),
            List.of("SeesALibrary")));
    rules.add(
        new Rule(
            "the application sees the domain only",
            sees("application", List.of("domain"), List.of()),
            List.of("application"),
            List.of("SeesAnAdapter")));
    Map<String, List<String>> offenders = new LinkedHashMap<>();
    offenders.put("security", List.of("SecuritySeesRest"));
    offenders.put("sqlite", List.of("SqliteSeesJetty"));
    offenders.put("mongo", List.of("MongoSeesSqlite"));
    offenders.put("cloudinary", List.of("CloudinarySeesRest"));
    offenders.put("notify", List.of("NotifySeesRest"));
    offenders.put("edge", List.of("EdgeSeesRest"));
    offenders.put("rest", List.of("RestSeesSqlite"));
    offenders.put("signaling", List.of("SignalingSeesJavalin"));
    offenders.forEach(
        (adapter, caught) ->
            rules.add(
                new Rule(
                    adapter + " sees its own libraries and no other adapter",
                    sees(adapter, inside(adapter), LIBRARIES.get(adapter)),
                    List.of(adapter),
                    caught)));
    rules.add(
        new Rule(
            "the testkit sees the domain and JUnit only",
            sees(
                "testkit",
                List.of("domain"),
                List.of(
                    "org.junit..",
                    "org.opentest4j..",
                    // Of the JDK, for the push service that stands in for those of browsers.
                    "com.sun.net.httpserver..",
                    "javax.crypto..",
                    "javax.net..")),
            List.of("testkit"),
            List.of("TestkitSeesApplication")));
    rules.add(
        new Rule(
            "features have no cycles",
            // Not the testkit: a contract of one feature takes its people and appointments from
            // others.
            slices()
                .matching(root + ".(*).(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage(root + ".testkit.."), alwaysTrue())
                // Features refer to each other by identifiers.
                .ignoreDependency(alwaysTrue(), simpleNameEndingWith("Id")),
            List.of("domain", "application"),
            List.of("One", "Two")));
    rules.add(
        new Rule("ports are interfaces", ports(), List.of("domain"), List.of("SampleRepository")));
    rules.add(
        new Rule(
            "adapters implement interfaces of the domain and extend none of its classes",
            classes()
                .that()
                .resideInAnyPackage(
                    packages(Stream.concat(ADAPTERS.stream(), Stream.of("testkit"))))
                .should(Conditions.extendNoClassOf(root + ".domain")),
            List.of("testkit", "security"),
            List.of("ExtendsAPort")));
    rules.add(
        new Rule(
            "handlers are final and hidden",
            handlers(),
            List.of("application"),
            List.of("SampleHandler")));
    rules.addAll(TestsBeside.below(root));
    rules.add(
        new Rule(
            "time, zone and identifiers are passed in",
            noClasses()
                .that()
                .resideInAnyPackage(packages(INSIDE.stream()))
                .should()
                .accessTargetWhere(Conditions.AMBIENT),
            INSIDE,
            List.of("ReadsTheClock")));
    rules.add(
        new Rule(
            "nothing but the image store opens a connection",
            noClasses()
                .that()
                .resideInAnyPackage(packages(SERVING.stream()))
                .should()
                .dependOnClassesThat(Conditions.OPENS_CONNECTIONS),
            SERVING,
            List.of("FetchesAnAddress")));
    rules.add(
        new Rule(
            "SQL is constant",
            classes()
                .that()
                .resideInAPackage(root + ".sqlite..")
                .should(Conditions.PREPARE_CONSTANTS_ONLY),
            List.of("sqlite"),
            List.of("JoinsSql", "FormatsSql")));
    rules.add(
        new Rule(
            "handles to MongoDB come from the one factory",
            noClasses()
                .that()
                .resideInAPackage(root + ".mongo..")
                .and()
                .haveNameNotMatching(
                    ".*\\.(db\\.(MongoConnection|MongoHandles)|schema\\.(AttendanceMigration|Indexes|HistoryCollections|LateIndexes|Migrations|NextFreeMigration|ReminderMigration|SpellingMigration|StandingMigration|UniqueIndexes|Validators))")
                .should()
                .accessTargetWhere(MongoAccess.MAKES_HANDLES),
            List.of("mongo"),
            List.of("WeakensConcern")));
    rules.add(
        new Rule(
            "writes to many documents are in classes known for it",
            noClasses()
                .that()
                .resideInAPackage(root + ".mongo..")
                .and()
                .haveNameNotMatching(".*\\.(" + String.join("|", MongoAccess.MANY) + ")")
                .should()
                .accessTargetWhere(MongoAccess.WRITES_MANY),
            List.of("mongo"),
            List.of("UpdatesMany")));
    rules.add(
        new Rule(
            "whole documents are replaced in classes known for it",
            noClasses()
                .that()
                .resideInAPackage(root + ".mongo..")
                .and()
                .haveNameNotMatching(".*\\.(" + String.join("|", MongoAccess.REPLACING) + ")")
                .should()
                .accessTargetWhere(MongoAccess.REPLACES),
            List.of("mongo"),
            List.of("ReplacesWhole")));
    rules.add(
        new Rule(
            "no text becomes a query",
            noClasses()
                .that()
                .resideInAPackage(root + ".mongo..")
                .should()
                .accessTargetWhere(MongoAccess.PARSES),
            List.of("mongo"),
            List.of("ParsesAQuery")));
    return rules;
  }

  private ArchRule sees(String module, List<String> modules, List<String> libraries) {
    Stream<String> own = Stream.concat(Stream.of(module), modules.stream());
    List<String> allowed = new ArrayList<>(List.of(packages(own)));
    allowed.addAll(List.of("java..", "org.jspecify.."));
    allowed.addAll(libraries);
    return classes()
        .that()
        .resideInAPackage(root + "." + module + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new));
  }

  private ArchRule ports() {
    return classes()
        .that()
        .resideInAPackage(root + ".domain..")
        .and()
        .haveNameMatching(".*(Repository|Hasher|PasswordRules|Issuer|Generator|Store|ChangeFeed)")
        .should()
        .beInterfaces();
  }

  private ArchRule handlers() {
    return classes()
        .that()
        .resideInAPackage(root + ".application..")
        .and()
        .haveSimpleNameEndingWith("Handler")
        .should()
        .bePackagePrivate()
        .andShould()
        .haveModifier(JavaModifier.FINAL);
  }

  private String[] packages(Stream<String> modules) {
    return modules.map(module -> root + "." + module + "..").toArray(String[]::new);
  }
}
