package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the command line asks for. */
public sealed interface Invocation {

  /** Start the server. */
  record Run(Settings settings) implements Invocation {}

  /** Show a text and end well. */
  record Show(String text) implements Invocation {}

  /**
   * Flags win over the environment. {@code --help} and {@code --version} are answered whatever else
   * is there.
   *
   * @param version what {@code --version} shows
   * @throws BadSettingsException if a flag is unknown, repeated or lacks its value, or a value is
   *     bad
   */
  static Invocation parse(String[] arguments, Map<String, String> environment, String version) {
    List<String> all = List.of(arguments);
    if (all.contains("--help")) {
      return new Show(SettingsTable.help());
    }
    if (all.contains("--version")) {
      return new Show("health-connect " + version);
    }
    Map<String, String> given = new HashMap<>(environment);
    given.values().removeIf(String::isEmpty);
    Flags flags = Flags.read(all);
    given.putAll(flags.values());
    return new Run(Settings.parse(given, flags.demo()));
  }

  /**
   * The flags of one command line.
   *
   * @param values by the names of settings
   */
  record Flags(Map<String, String> values, boolean demo) {

    static Flags read(List<String> arguments) {
      Map<String, String> values = new HashMap<>();
      List<String> problems = new ArrayList<>();
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < arguments.size(); i++) {
        String argument = arguments.get(i);
        int equals = argument.indexOf('=');
        String flag = equals < 0 ? argument : argument.substring(0, equals);
        boolean demo = argument.equals("--demo");
        if (!demo && !isKnown(flag)) {
          // Never what might be a secret: a value that got loose, or what follows an equals sign.
          problems.add(
              flag.startsWith("--")
                  ? flag + ": unknown flag; --help lists all"
                  : "(hidden): is no flag; --help lists all");
          continue;
        }
        if (!seen.add(demo ? flag : name(flag))) {
          problems.add(flag + ": given twice");
        }
        if (demo) {
          continue;
        }
        if (equals >= 0) {
          values.put(name(flag), argument.substring(equals + 1));
        } else if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("--")) {
          values.put(name(flag), arguments.get(++i));
        } else {
          problems.add(flag + ": needs a value");
        }
      }
      if (!problems.isEmpty()) {
        throw new BadSettingsException(problems);
      }
      return new Flags(values, seen.contains("--demo"));
    }

    private static boolean isKnown(String flag) {
      return flag.startsWith("--")
          && SettingsTable.all().anyMatch(setting -> setting.name().equals(name(flag)));
    }

    private static String name(String flag) {
      return flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }
}
