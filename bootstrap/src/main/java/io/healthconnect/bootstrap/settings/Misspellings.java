package io.healthconnect.bootstrap.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds variables of the environment that look like settings and are none. */
final class Misspellings {
  private static final String LIMIT = "LIMIT_";

  /** Of short names too many others are close. */
  private static final int LONG_ENOUGH = 8;

  private static final int CLOSE = 2;

  private Misspellings() {}

  /** One line for each variable that is probably a misspelt setting, in order of the names. */
  static List<String> in(Set<String> names) {
    Set<String> known = SettingsTable.all().map(Setting::name).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> !known.contains(name))
        .sorted()
        .flatMap(name -> remark(name, known).stream())
        .toList();
  }

  private static Optional<String> remark(String name, Set<String> known) {
    Optional<String> closest =
        known.stream()
            .filter(setting -> setting.length() >= LONG_ENOUGH && distance(name, setting) <= CLOSE)
            .min(
                Comparator.comparing((String setting) -> distance(name, setting))
                    .thenComparing(setting -> setting));
    if (closest.isPresent()) {
      return Optional.of(name + " is not a setting; did you mean " + closest.get() + "?");
    }
    return name.startsWith(LIMIT)
        ? Optional.of(name + " is not a setting; --help lists all")
        : Optional.empty();
  }

  /** How many letters must be added, removed or replaced to make one name of the other. */
  private static int distance(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
