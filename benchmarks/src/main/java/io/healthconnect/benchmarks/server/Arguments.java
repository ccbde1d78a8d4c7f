package io.healthconnect.benchmarks.server;

import java.util.HashMap;
import java.util.Map;

/** Command-line arguments of the form {@code --name value} or {@code --name=value}. */
public final class Arguments {
  private final Map<String, String> values = new HashMap<>();

  /**
   * @throws IllegalArgumentException if an argument has no name or no value
   */
  public Arguments(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      int equals = argument.indexOf('=');
      if (!argument.startsWith("--") || (equals < 0 && i + 1 == arguments.length)) {
        throw new IllegalArgumentException("expected --name value, got " + argument);
      }
      if (equals > 0) {
        values.put(argument.substring(2, equals), argument.substring(equals + 1));
      } else {
        values.put(argument.substring(2), arguments[++i]);
      }
    }
  }

  public long number(String name, long otherwise) {
    String value = values.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
