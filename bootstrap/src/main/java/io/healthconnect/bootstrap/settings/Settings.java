package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings of one run: every value was read and checked at the start.
 *
 * @param values the value of each setting of the table
 * @param demo whether an empty store is filled with sample people
 */
public record Settings(Map<Setting<?>, Object> values, boolean demo) {

  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * @param given texts by the names of settings; others are ignored
   * @throws BadSettingsException with all problems found
   */
  static Settings parse(Map<String, String> given, boolean demo) {
    List<String> problems = new ArrayList<>();
    Map<Setting<?>, Object> values = new IdentityHashMap<>();
    SettingsTable.all()
        .forEach(
            setting -> {
              Optional<String> text = Optional.ofNullable(given.get(setting.name()));
              try {
                values.put(setting, read(setting, text));
              } catch (IllegalArgumentException e) {
                problems.add(refusal(setting, text.orElse("")));
                values.put(setting, setting.defaultValue());
              }
            });
    Settings settings = new Settings(values, demo);
    problems.addAll(SettingsRules.problems(settings));
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
    return settings;
  }

  /** The value of one setting. */
  @SuppressWarnings("unchecked") // the table maps each setting to a value of its own type
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException(setting + " is not in the table of settings");
    }
    return (T) value;
  }

  /** Whether people reach this server by https, so that cookies are secure and HSTS is sent. */
  public boolean isSecure() {
    return get(ServerSettings.PUBLIC_URL).map(URI::getScheme).filter("https"::equals).isPresent();
  }

  /**
   * The origins whose pages may use this server: its own, and those that are allowed.
   *
   * @param port where it listens, which is known only after the start when {@code PORT} is 0
   */
  public Set<String> origins(int port) {
    Set<String> origins = new LinkedHashSet<>();
    Optional<URI> site = get(ServerSettings.PUBLIC_URL);
    if (site.isPresent()) {
      origins.add(site.get().toString());
    } else {
      for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
        origins.add(WebAddress.origin().parse("http://" + host + ":" + port));
      }
    }
    origins.addAll(get(ServerSettings.ALLOWED_ORIGINS).orElse(List.of()));
    return origins;
  }

  /**
   * The names under which clients may ask for a socket, beside IP addresses and localhost.
   *
   * @param port as in {@link #origins}
   */
  public Set<String> hosts(int port) {
    Stream<URI> urls =
        Stream.concat(
            origins(port).stream().map(URI::create), get(ServerSettings.SIGNALING_URL).stream());
    return urls.map(URI::getHost).collect(Collectors.toUnmodifiableSet());
  }

  /** Shows no secrets. */
  @Override
  public String toString() {
    return SettingsTable.all()
        .filter(setting -> !setting.isSecret())
        .map(setting -> setting.name() + "=" + values.get(setting))
        .collect(Collectors.joining(", ", "Settings[", "]"));
  }

  private static <T> Object read(Setting<T> setting, Optional<String> text) {
    return text.isPresent() ? setting.parse(text.get()) : setting.defaultValue();
  }

  private static String refusal(Setting<?> setting, String text) {
    return "%s: %s is not allowed; allowed: %s"
        .formatted(
            setting.name(), setting.isSecret() ? "(value hidden)" : shown(text), setting.allowed());
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return '"' + (line.length() > 200 ? line.substring(0, 200) + "\u2026" : line) + '"';
  }
}
