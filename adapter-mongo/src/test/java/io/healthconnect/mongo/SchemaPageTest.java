package io.healthconnect.mongo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.mongodb.client.MongoDatabase;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.MongoPresence;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.call.CallFixtures;
import io.healthconnect.testkit.media.MediaFixtures;
import io.healthconnect.testkit.message.Drafts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/mongodb.md describes each collection as it is in the database. */
@WithMongod
final class SchemaPageTest {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static MongoDatabase database;
  private static String page;

  @BeforeAll
  static void fill(TestDatabase test) throws IOException {
    database = test.raw();
    page = Files.readString(Path.of("..", "docs", "mongodb.md"));
    try (FollowedStore store = new FollowedStore(test.uri());
        MongoHandles handles = MongoHandles.open(test.uri())) {
      IndexUseData.fill(store.stores());
      images(store);
      book(store.stores());
      waits(store.stores());
      MongoStore more = new MongoStore(handles);
      more.calls().open(ringing("rings", "d00", "p00"), List.of());
      RingingCall missed = ringing("missed", "d01", "p00");
      more.calls()
          .addEnded(
              EndedCall.unrung(missed.record(), EndReason.BUSY, CallFixtures.NOW),
              missed.ring(new Signal.All()));
      MongoPresence presence = new MongoPresence(handles, new SequentialIds());
      presence.join();
      presence.arrive(IndexUseData.DOCTOR, new DeviceId("tab"));
      store.stores().sessions().revokeAll(new AccountId("d01"), Optional.empty());
      store.stores().messages().markRead(IndexUseData.LONG, IndexUseData.DOCTOR, 1, Drafts.SENT);
      store
          .stores()
          .accounts()
          .addResetToken(ResetToken.create("secret", IndexUseData.DOCTOR, Drafts.SENT));
      AuditEvent event =
          AuditEvent.of(AuditAction.IMAGE_READ, Drafts.SENT)
              .by(IndexUseData.DOCTOR, new SessionId("s"))
              .about(new AccountId("p00"))
              .on("m1");
      more.audit().append(List.of(event));
      more.typing().typing(IndexUseData.DOCTOR, new AccountId("p00"));
    }
  }

  private static void images(FollowedStore store) {
    MediaFixtures.keep(store.stores(), MediaFixtures.sent("m1", "d00", "p00"));
    store.images().put(new MediaId("m1"), new CleanImage(MediaType.PNG, 1, 1, new byte[] {1}));
    MediaFixtures.keep(store.stores(), MediaFixtures.sentDocument("f1", "d00", "p00"));
    Appointments.value(store.stores().messages().append(Drafts.document("f1", "d00", "p00", "f1")));
  }

  private static void book(Stores stores) {
    IdempotencyKey key = new IdempotencyKey("k", "f", Appointments.BOOKED.plus(Duration.ofDays(1)));
    Appointments.value(
        stores
            .appointments()
            .book(
                Appointments.pending("vk", "d09", "p01", 4000),
                Optional.of(key),
                Appointments.UNLIMITED));
  }

  private static void waits(Stores stores) {
    Attendance admitted =
        Attendance.seen(Appointments.pending("vk", "d09", "p01", 4000), Drafts.SENT)
            .join(new DeviceId("tab"), Drafts.SENT)
            .admit(new DeviceId("desk"), device -> true, Drafts.SENT)
            .orElseThrow();
    boolean unused =
        stores
            .attendances()
            .change(
                admitted.appointment(),
                before -> new AttendanceRepository.Step<>(Optional.of(admitted), true));
  }

  private static RingingCall ringing(String id, String caller, String callee) {
    return CallFixtures.ringing(
        new CallId(id), new AccountId(caller), new AccountId(callee), Optional.empty());
  }

  @Test
  void namesEveryCollectionWithItsIndexes() {
    Map<String, Set<String>> told = new TreeMap<>();
    rows("Indexes").forEach((name, cells) -> told.put(name, names(cells[2])));
    Map<String, Set<String>> there = new TreeMap<>();
    for (String name : collections()) {
      Set<String> indexes = new TreeSet<>();
      for (Document index : database.getCollection(name).listIndexes()) {
        indexes.add(index.getString("name"));
      }
      indexes.remove("_id_");
      // The indexes of files are the driver's.
      there.put(name, name.startsWith("images.") ? Set.of() : indexes);
    }
    assertEquals(there, told);
  }

  @Test
  void namesEveryMemberThatIsStored() {
    Map<String, Set<String>> missing = new TreeMap<>();
    rows("Indexes")
        .forEach(
            (name, cells) -> {
              Set<String> members = new TreeSet<>();
              database.getCollection(name).find().forEach(found -> members.addAll(found.keySet()));
              members.remove("_id");
              members.removeAll(names(cells[1].replaceAll("[:.].*?`", "`")));
              if (!members.isEmpty() && !name.startsWith("images.")) {
                missing.put(name, members);
              }
            });
    assertEquals(Map.of(), missing);
  }

  @Test
  void saysWhatTheServerChecks() {
    Map<String, String> told = new TreeMap<>();
    rows("What must be there").forEach((name, cells) -> told.put(name, cells[1]));
    Map<String, String> there = new TreeMap<>();
    for (Document collection : database.listCollections()) {
      Document schema =
          collection
              .get("options", Document.class)
              .get("validator", new Document())
              .get("$jsonSchema", Document.class);
      if (schema != null) {
        assertEquals(
            schema.get("properties", Document.class).keySet(),
            Set.copyOf(schema.getList("required", String.class)));
        there.put(collection.getString("name"), checks(schema.get("properties", Document.class)));
      }
    }
    assertEquals(there, told);
  }

  /** The members, grouped by type. */
  private static String checks(Document members) {
    Map<String, Set<String>> types = new TreeMap<>();
    members.forEach(
        (name, type) ->
            types
                .computeIfAbsent(((Document) type).getString("bsonType"), t -> new TreeSet<>())
                .add('`' + name + '`'));
    return types.entrySet().stream()
        .map(type -> type.getKey() + ": " + String.join(", ", type.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static Set<String> collections() {
    Set<String> names = new TreeSet<>();
    database.listCollectionNames().into(names);
    return names;
  }

  /**
   * The rows of the table whose header contains the text, by the collection in their first cell.
   */
  private static Map<String, String[]> rows(String head) {
    Map<String, String[]> rows = new TreeMap<>();
    String table = page.substring(page.indexOf(head, page.indexOf("\n## Collections")));
    for (String line : table.substring(0, table.indexOf("\n\n")).split("\n")) {
      String[] cells = line.replaceAll("^\\| | \\|$", "").split(" \\|(?: |$)", -1);
      if (line.startsWith("| `")) {
        names(cells[0]).forEach(name -> rows.put(name, cells));
      }
    }
    return rows;
  }

  private static Set<String> names(String cell) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(cell);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }
}
