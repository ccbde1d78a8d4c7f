package io.healthconnect.benchmarks.requests;

import io.healthconnect.benchmarks.requests.Contestant.Cost;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the rounds found, as a table of {@code docs/performance.md}. */
final class Comparison {
  private record Round(Cost ours, Cost limit) {}

  private final boolean mongo;
  private final Map<Row, List<Round>> rounds = new EnumMap<>(Row.class);

  Comparison(boolean mongo) {
    this.mongo = mongo;
  }

  void add(Row row, Cost ours, Cost limit) {
    rounds.computeIfAbsent(row, any -> new ArrayList<>()).add(new Round(ours, limit));
  }

  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(
        mongo
            ? "| | original | ours: server + database | limit: server + database | limit of ours"
                + " | of the original | goal |"
            : "| | original | ours | limit | limit of ours | of the original | goal |");
    lines.add("|---|---|---|---|---|---|---|");
    rounds.forEach((row, found) -> lines.add(line(row, found)));
    return lines;
  }

  private String line(Row row, List<Round> found) {
    double ours = Spread.of(each(found, round -> round.ours().both())).median();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %s | %s | %s | %.1fx | %dx |",
        row.title(),
        row.originalMicros(),
        cost(found, Round::ours),
        cost(found, Round::limit),
        Spread.of(each(found, round -> round.limit().both() / round.ours().both())).percent(),
        row.originalMicros() / ours,
        row.goal(mongo));
  }

  private String cost(List<Round> found, Function<Round, Cost> whose) {
    String server = Spread.of(each(found, round -> whose.apply(round).server())).whole();
    return mongo
        ? server + " + " + Spread.of(each(found, round -> whose.apply(round).database())).whole()
        : server;
  }

  private static List<Double> each(List<Round> found, ToDoubleFunction<Round> figure) {
    return found.stream().map(round -> figure.applyAsDouble(round)).toList();
  }
}
