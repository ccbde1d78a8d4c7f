package io.healthconnect.testkit.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Z-01: who gets which answer where, from the tables of docs/access.md. */
public final class AccessPolicy {
  private static final Pattern ROUTE = Pattern.compile("(GET|POST|PUT|DELETE) /.*");

  /** Who asks; the page says who they are. */
  public enum Actor {
    NOBODY("Nobody"),
    PATIENT("Patient"),
    PATIENT_WITH_CONTACT("Patient, contact"),
    PATIENT_WITHOUT_CONTACT("Patient, none"),
    DOCTOR("Doctor"),
    DOCTOR_WITH_CONTACT("Doctor, contact"),
    DOCTOR_WITHOUT_CONTACT("Doctor, none"),
    HIDDEN_DOCTOR("Doctor, hidden"),
    ADMIN_WITHOUT_FACTOR("Admin, one factor"),
    ADMIN("Admin");

    private final String title;

    Actor(String title) {
      this.title = title;
    }

    @Override
    public String toString() {
      return title;
    }
  }

  /**
   * A line of a table.
   *
   * @param resource a route, such as {@code GET /api/patients}, or the name of an event
   * @param object whose data, or which thing, the request is about
   * @param unknown the answer for an identifier that nothing has; empty if the line has none
   * @param malformed the answer for a text that is no identifier; empty if the line has none
   */
  public record Line(
      String resource,
      String object,
      Map<Actor, String> answers,
      String unknown,
      String malformed) {
    public Line {
      answers = Map.copyOf(answers);
    }

    public String answer(Actor actor) {
      return Objects.requireNonNull(answers.get(actor));
    }

    @Override
    public String toString() {
      return resource + ", " + object;
    }
  }

  private AccessPolicy() {}

  public static List<Line> routes() {
    return lines().stream().filter(line -> ROUTE.matcher(line.resource()).matches()).toList();
  }

  /** The events of sockets, and {@code connect}. */
  public static List<Line> events() {
    return lines().stream().filter(line -> !ROUTE.matcher(line.resource()).matches()).toList();
  }

  private static List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (String text : page().lines().toList()) {
      if (text.startsWith("| `")) {
        lines.add(line(text));
      } else if (text.matches("\\| (Route|Event) \\|.*")) {
        checkTitles(cells(text));
      }
    }
    return lines;
  }

  private static Line line(String text) {
    List<String> cells = cells(text);
    int columns = Actor.values().length;
    if (cells.size() != columns + 4) {
      throw new IllegalStateException("not " + (columns + 4) + " cells: " + text);
    }
    Map<Actor, String> answers = new EnumMap<>(Actor.class);
    for (Actor actor : Actor.values()) {
      answers.put(actor, cells.get(2 + actor.ordinal()));
    }
    String resource = cells.get(0).replace("`", "");
    return new Line(
        resource, cells.get(1), answers, cells.get(columns + 2), cells.get(columns + 3));
  }

  private static void checkTitles(List<String> cells) {
    for (Actor actor : Actor.values()) {
      if (!cells.get(2 + actor.ordinal()).equals(actor.title)) {
        throw new IllegalStateException("the columns are not those of the actors: " + cells);
      }
    }
  }

  private static List<String> cells(String text) {
    List<String> cells = new ArrayList<>();
    for (String cell : text.substring(1, text.lastIndexOf('|')).split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private static String page() {
    try (InputStream page = AccessPolicy.class.getResourceAsStream("access.md")) {
      return new String(Objects.requireNonNull(page).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
