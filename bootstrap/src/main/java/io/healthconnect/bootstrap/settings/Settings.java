package io.healthconnect.bootstrap.settings;

import io.healthconnect.edge.cookie.SessionCookieNames;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All settings of one run. Every value was parsed and checked at startup.
 *
 * @param values the value of each setting of the table
 * @param demo whether an empty store is filled with sample people
 */
public record Settings(Map<Setting<?>, Object> values, boolean demo) {

  public Settings {
    values = Map.copyOf(values);
  }

  /**
   * @param texts the texts by name of the setting; other names are ignored
   * @throws BadSettingsException with all problems found
   */
  static Settings parse(Map<String, String> texts, boolean demo) {
    List<String> problems = new ArrayList<>();
    Settings settings = new Settings(values(texts, problems), demo);
    problems.addAll(SettingsRules.problems(settings));
    return sound(settings, problems);
  }

  /**
   * As {@link #parse}, for what serves nobody: it does without the secrets that a server needs.
   *
   * @throws BadSettingsException with all problems found
   */
  static Settings parseForCommand(Map<String, String> texts) {
    List<String> problems = new ArrayList<>();
    return sound(new Settings(values(texts, problems), false), problems);
  }

  private static Settings sound(Settings settings, List<String> problems) {
    if (!problems.isEmpty()) {
      throw new BadSettingsException(problems);
    }
    return settings;
  }

  private static Map<Setting<?>, Object> values(Map<String, String> texts, List<String> problems) {
    Map<Setting<?>, Object> values = new HashMap<>();
    SettingsTable.all()
        .forEach(
            setting -> {
              Optional<String> text = Optional.ofNullable(texts.get(setting.name()));
              try {
                values.put(setting, read(setting, text));
              } catch (IllegalArgumentException e) {
                problems.add(refusal(setting, text.orElse(""), e));
                values.put(setting, setting.defaultValue());
              }
            });
    return values;
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

  /** Whether people reach this server over https, so that cookies are secure and HSTS is sent. */
  public boolean isSecure() {
    return get(ServerSettings.PUBLIC_URL).map(URI::getScheme).filter("https"::equals).isPresent();
  }

  /** The name of the cookie with the token of a session, for REST and sockets alike. */
  public String sessionCookie() {
    return SessionCookieNames.of(isSecure());
  }

  /** How long the audit log is kept. */
  public Duration retention() {
    return ChronoUnit.YEARS.getDuration().multipliedBy(get(SessionSettings.RETENTION_YEARS));
  }

  /** Whether doctors who sign up wait until an admin has approved them. */
  public boolean requiresApproval() {
    return get(SessionSettings.DOCTOR_APPROVAL)
        .orElseGet(() -> get(ServerSettings.PUBLIC_URL).isPresent());
  }

  /**
   * The origins whose pages may use this server: its own and the allowed ones.
   *
   * @param port where it listens, which is known only after startup if {@code PORT} is 0
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
   * The host names under which clients may open a socket, in addition to IP addresses and
   * localhost.
   *
   * @param port as in {@link #origins}
   */
  public Set<String> hosts(int port) {
    Stream<URI> urls =
        Stream.concat(
            origins(port).stream().filter(Settings::isWebSite).map(URI::create),
            get(ServerSettings.SIGNALING_URL).stream());
    return urls.map(URI::getHost).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isWebSite(String origin) {
    return origin.startsWith("http://") || origin.startsWith("https://");
  }

  /** Omits secrets. */
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

  private static String refusal(Setting<?> setting, String text, IllegalArgumentException why) {
    String value = setting.isSecret() ? "(value hidden)" : shown(text);
    return why instanceof UnmappableTextException
        ? "%s: %s %s".formatted(setting.name(), value, why.getMessage())
        : "%s: %s is not allowed; allowed: %s".formatted(setting.name(), value, setting.allowed());
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return '"' + (line.length() > 200 ? line.substring(0, 200) + "\u2026" : line) + '"';
  }
}
