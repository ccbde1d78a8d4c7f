package io.healthconnect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.Message;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.db.StoreCorruptException;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.Contacts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.message.Drafts;
import io.healthconnect.testkit.patient.Patients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D-06: a file with a damaged structure is refused, at startup or when the damaged page is read.
 * Nobody waits forever, and at most the one damaged row is lost. A changed byte inside a stored
 * text is not noticed, because SQLite has no page checksums.
 */
final class DamagedFileTest {
  private static final long SEED = 20_260_101;
  private static final int MESSAGES = 99;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;
  private byte[] whole;
  private Conversation conversation;

  @BeforeEach
  void fill() throws IOException {
    Path data = folder.resolve("whole");
    try (SqliteStore store = open(data)) {
      store.doctors().add(Accounts.doctor("d1"), Accounts.HASH, Doctors.complete("d1"));
      store.patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.complete("p1"));
      Contacts.open(store.appointments(), "d1", "p1");
      for (int i = 1; i <= MESSAGES; i++) {
        Message sent =
            Appointments.value(
                store.messages().append(Drafts.text("m" + i, "d1", "p1", "Text " + i)));
        conversation = sent.conversation();
      }
    }
    whole = Files.readAllBytes(data.resolve("health-connect.db"));
  }

  @Test
  void d06AFileThatWasCutIsRefused() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
      assertTrue(isRefused("cut" + round, cut), "cut to " + cut.length);
    }
  }

  @Test
  void d06AFileWithAChangedByteIsRefusedOrHasEveryRow() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 200; round++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      isRefused("changed" + round, changed);
    }
  }

  @Test
  void d06AFolderThatHasHeldADatabaseIsNotBegunAnew() throws IOException {
    Path file = folder.resolve("whole/health-connect.db");
    for (boolean missing : List.of(false, true)) {
      Files.write(file, new byte[0]);
      if (missing) {
        Files.delete(file);
      }
      StoreCorruptException e =
          assertThrows(StoreCorruptException.class, () -> open(folder.resolve("whole")));
      assertEquals(
          "health-connect.db is empty or missing, and this folder has held data: restore a backup,"
              + " or delete health-connect.lock to begin anew",
          e.getMessage());
    }
    Files.delete(folder.resolve("whole/health-connect.lock"));
    open(folder.resolve("whole")).close();
  }

  /** Whether the file is refused. If it is not, all rows must be there. */
  private boolean isRefused(String name, byte[] bytes) throws IOException {
    Path data = Files.createDirectories(folder.resolve(name));
    Files.copy(folder.resolve("whole/health-connect.lock"), data.resolve("health-connect.lock"));
    Files.write(data.resolve("health-connect.db"), bytes);
    return assertTimeoutPreemptively(LIMIT, () -> !isComplete(data), name);
  }

  private boolean isComplete(Path data) {
    try (SqliteStore store = open(data)) {
      List<Message> messages = store.messages().after(conversation, 0, MESSAGES + 1);
      // A byte can make one row unreadable, which is then left out (C-07).
      assertTrue(messages.size() >= MESSAGES - 1, () -> "only " + messages.size());
      assertEquals(messages.size(), messages.stream().map(Message::seq).distinct().count());
      return true;
    } catch (RuntimeException refused) {
      // Some damage only shows as an impossible value.
      return false;
    }
  }

  private static SqliteStore open(Path data) {
    return SqliteStore.open(data, new LocalChangeFeed(), Instant.EPOCH);
  }
}
