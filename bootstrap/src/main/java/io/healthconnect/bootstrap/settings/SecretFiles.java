package io.healthconnect.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Secrets that stand in files, as containers and systemd hand them over: {@code NAME_FILE} in the
 * environment names the file that holds the value of the secret setting {@code NAME}.
 */
final class SecretFiles {
  private static final String SUFFIX = "_FILE";

  private SecretFiles() {}

  /**
   * The texts with the secrets of the files, without white space around them.
   *
   * @throws BadSettingsException if a secret is given twice, or its file cannot be read
   */
  static Map<String, String> read(Map<String, String> texts) {
    Map<String, String> all = new HashMap<>(texts);
    List<String> problems = new ArrayList<>();
    SettingsTable.all()
        .filter(Setting::isSecret)
        .map(Setting::name)
        .filter(name -> texts.containsKey(name + SUFFIX))
        .forEach(
            name -> {
              String file = texts.get(name + SUFFIX);
              if (texts.containsKey(name)) {
                problems.add(name + SUFFIX + ": " + name + " is set too; only one is allowed");
              } else {
                try {
                  all.put(name, Files.readString(Path.of(file)).strip());
                } catch (IOException | InvalidPathException e) {
                  problems.add(name + SUFFIX + ": " + file + " cannot be read");
                }
              }
            });
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
    return all;
  }
}
