package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.system.OperatorInputs.Group;
import io.healthconnect.system.Operators.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * I-05: operators of the query language in every member, parameter, path segment, header and event,
 * against the runnable jar on MongoDB. First a harmless word is sent in each place. The operators
 * must then be answered like that word, or be refused, and cause no other query.
 */
@ResourceLock("mongod")
@WithMongod
class NoSqlOperatorsIT {
  /** The queries of upkeep, which may or may not occur during the harmless part. */
  private static final Set<String> UPKEEP =
      Set.of(
          "query appointments filter{$and:[{startsAt:{$lte:Date}}, {status:String}]}"
              + " sort{startsAt:Integer,_id:Integer} projection{_id:Integer} hintString",
          "query accounts filter{$and:[{erasedAt:{$lt:Date}}, {erasing:Boolean}]}"
              + " sort{erasedAt:Integer,_id:Integer} projection{_id:Integer}",
          "query attendances filter{checkAt:{$lte:Date}} sort{checkAt:Integer} hintString",
          "query reminders filter{dueAt:{$lte:Date}}"
              + " sort{dueAt:Integer,appointmentId:Integer,accountId:Integer}",
          "query doctors filter{nextFreeDue:{$not:{$gt:Date}}}"
              + " sort{nextFreeDue:Integer,_id:Integer} projection{nextFreeChanges:Integer}"
              + " hintString",
          "query calls filter{live:Boolean} projection{devices:Integer}",
          "query calls filter{$and:[{live:Boolean}, {people:{$in:[String]}}]}"
              + " projection{devices:Integer}",
          "query migrations filter{} sort{_id:Integer}");

  /** Without it, half of the operators go into one input, and the others into the next. */
  private static final boolean ALL = Boolean.getBoolean("operators.all");

  @TempDir Path folder;

  @Test
  void noOperatorReachesAQuery(TestDatabase database) throws Exception {
    database.raw().drop();
    RunnableJar jar = RunnableJar.in(folder);
    Map<String, String> settings = settings(database, jar.port());
    try (ServerProcess server = jar.start(settings)) {
      OperatorInputs inputs =
          OperatorInputs.at(server.base(), Command.admin(jar, server.base(), settings));
      List<Group> reads = inputs.reads();
      List<Group> writes = inputs.writes();
      ProfiledQueries queries = ProfiledQueries.begin(database.raw());
      Controls.together(reads, turn -> List.of());
      Controls.together(writes, turn -> List.of());
      searchForWords(server.base());
      leaveSpecialty(new Api(server.base()));
      Set<String> shapes = queries.shapes();
      shapes.addAll(UPKEEP);
      Set<String> members = queries.storedMembers();
      long before = queries.count();
      List<Payload> payloads = Operators.all();
      assertEquals(200, payloads.size());

      Controls.Choice choice = turn -> ALL ? payloads : Operators.half(payloads, turn);
      List<String> wrong = Controls.together(reads, choice);
      wrong.addAll(Controls.together(writes, choice));

      assertTrue(shapes.size() > 60, () -> "shapes " + shapes.size());
      assertTrue(queries.count() > before + 10_000, () -> "commands " + queries.count());
      Set<String> asked = queries.shapes();
      Set<String> stored = queries.storedMembers();
      assertAll(
          () -> assertEquals(List.of(), wrong),
          () -> assertEquals(Set.of(), added(shapes, asked)),
          () -> assertEquals(Set.of(), added(members, stored)));
    }
  }

  /**
   * What a search asks depends on its words: whether somebody has them, whether they are long
   * enough to be mistyped, and whether they mean a specialty. Matches are counted where there is a
   * further page.
   */
  private static void searchForWords(URI base) throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    for (String query : List.of("q=skin", "q=skin+zqx", "q=zqxw", "q=skni", "limit=1")) {
      HttpRequest search = HttpRequest.newBuilder(base.resolve("/api/doctors?" + query)).build();
      assertEquals(200, http.send(search, BodyHandlers.discarding()).statusCode(), query);
    }
  }

  /** A specialty whose last doctor has left it is removed. */
  private static void leaveSpecialty(Api api) throws Exception {
    Person last = Person.doctor(api, "last");
    for (String specialty : List.of("Only one has this", "Cardiology")) {
      api.put("/api/doctors/me", last.token(), Map.of("specialization", specialty)).expect(200);
    }
  }

  private static Set<String> added(Set<String> before, Set<String> after) {
    Set<String> more = new TreeSet<>(after);
    more.removeAll(before);
    return more;
  }

  private static Map<String, String> settings(TestDatabase database, int port) {
    Map<String, String> settings = new HashMap<>();
    settings.put("MONGODB_URI", database.uri());
    settings.put("JWT_SECRET", "kY3vN8qL1xW5zT7mB2cR9dF4gH6jP0sA");
    settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
    settings.putAll(RunnableJar.withoutRates());
    return settings;
  }
}
