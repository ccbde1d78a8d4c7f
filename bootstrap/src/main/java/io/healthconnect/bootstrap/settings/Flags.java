package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The flags of one command line.
 *
 * @param values by the names of settings
 * @param option what is no setting, with its value, or an empty text where it has none
 */
record Flags(Map<String, String> values, Optional<Map.Entry<Option, String>> option) {

  Flags {
    values = Map.copyOf(values);
  }

  /**
   * @throws BadSettingsException if a flag is unknown, repeated or lacks its value, or two exclude
   *     each other
   */
  static Flags read(List<String> arguments) {
    Reader reader = new Reader(arguments);
    reader.readAll();
    if (reader.options.size() > 1) {
      String all =
          String.join(
              " and ", reader.options.keySet().stream().map(Option::flag).sorted().toList());
      reader.problems.add(all + ": only one at a time");
    }
    if (!reader.problems.isEmpty()) {
      throw new BadSettingsException(reader.problems);
    }
    return new Flags(reader.values, reader.options.entrySet().stream().findFirst());
  }

  /** Takes the arguments one after the other. */
  private static final class Reader {
    private final List<String> arguments;
    private final Map<String, String> values = new HashMap<>();
    private final Map<Option, String> options = new HashMap<>();
    private final List<String> problems = new ArrayList<>();
    private int next;

    Reader(List<String> arguments) {
      this.arguments = arguments;
    }

    void readAll() {
      while (next < arguments.size()) {
        String argument = arguments.get(next++);
        int equals = argument.indexOf('=');
        read(argument, equals < 0 ? argument : argument.substring(0, equals));
      }
    }

    private void read(String argument, String flag) {
      Option option = Option.of(flag);
      if (option != null && (option.hasValue() || argument.equals(flag))) {
        if (options.containsKey(option)) {
          problems.add(flag + ": given twice");
        }
        options.put(option, option.hasValue() ? value(argument, flag) : "");
      } else if (isSetting(flag)) {
        if (values.containsKey(name(flag))) {
          problems.add(flag + ": given twice");
        }
        values.put(name(flag), value(argument, flag));
      } else {
        // Never prints what may be a secret: a stray value, or what follows an equals sign.
        problems.add(
            flag.startsWith("--")
                ? flag + ": unknown flag; --help lists all"
                : "(hidden): is no flag; --help lists all");
      }
    }

    private String value(String argument, String flag) {
      if (argument.length() > flag.length()) {
        return argument.substring(flag.length() + 1);
      }
      if (next < arguments.size() && !arguments.get(next).startsWith("--")) {
        return arguments.get(next++);
      }
      problems.add(flag + ": needs a value");
      return "";
    }

    private static boolean isSetting(String flag) {
      return flag.startsWith("--")
          && SettingsTable.all().anyMatch(setting -> setting.name().equals(name(flag)));
    }

    private static String name(String flag) {
      return flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
  }
}
