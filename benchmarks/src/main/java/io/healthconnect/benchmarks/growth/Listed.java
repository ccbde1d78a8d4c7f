package io.healthconnect.benchmarks.growth;

import java.util.List;
import java.util.Locale;

/**
 * A doctor of the directory: with the number comes everything that searches look at. A tenth of all
 * are called Maria, a tenth has each specialization, and the same few are called Zyxel or have
 * practised for seventy years, however many doctors there are. Ratings and next free times are
 * shared by many.
 */
record Listed(long number) {
  static final String COMMON = "maria";
  static final String RARE = "zyxel";
  static final int LONG_PRACTICE = 70;

  private static final int RARE_ONES = 12;
  private static final List<String> FIELDS =
      List.of(
          "Cardiology",
          "Dermatology",
          "Neurology",
          "Pediatrics",
          "Psychiatry",
          "Urology",
          "Oncology",
          "Radiology",
          "Surgery",
          "Endocrinology");
  private static final List<String> SYLLABLES =
      List.of("ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "du");
  private static final long QUARTER = 900_000;
  private static final long NEVER = 253_402_300_799_999L;

  String id() {
    return Ids.of("d", number);
  }

  String first() {
    return number % 10 == 3 ? "Maria" : written(Ids.mixed(number) % 100);
  }

  String last() {
    return number < RARE_ONES ? "Zyxel" : written(Ids.mixed(number + 7) % 1_000);
  }

  private static String written(long of) {
    StringBuilder text = new StringBuilder();
    for (long rest = of + 10; rest > 0; rest /= 10) {
      text.append(SYLLABLES.get((int) (rest % 10)));
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  String name() {
    return first() + " " + last();
  }

  String nameFolded() {
    return name().toLowerCase(Locale.ROOT);
  }

  String field() {
    return FIELDS.get((int) (number / 10 % FIELDS.size()));
  }

  String fieldFolded() {
    return field().toLowerCase(Locale.ROOT);
  }

  List<String> words() {
    return List.of(
        first().toLowerCase(Locale.ROOT), last().toLowerCase(Locale.ROOT), fieldFolded(), "md");
  }

  int experience() {
    return number < RARE_ONES ? LONG_PRACTICE : (int) (Ids.mixed(number + 3) % 40);
  }

  /** Two fifths have none. */
  int ratings() {
    return number % 5 < 2 ? 0 : 1 + (int) (Ids.mixed(number + 5) % 50);
  }

  int hundredths() {
    return ratings() == 0 ? 0 : 300 + 50 * (int) (number % 5);
  }

  long nextFreeAt(long now) {
    return number % 20 == 0
        ? NEVER
        : now / QUARTER * QUARTER + QUARTER * (1 + Ids.mixed(number + 9) % 200);
  }
}
