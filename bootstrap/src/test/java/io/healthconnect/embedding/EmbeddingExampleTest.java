package io.healthconnect.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.notice.MessageNotices;
import io.healthconnect.security.BcryptPasswordHasher;
import io.healthconnect.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingExampleTest {

  @Test
  void booksAnAppointmentAndSendsAMessage() {
    SettableClock clock = SettableClock.at("2026-03-02T00:00:00Z");
    List<Change> heard = new ArrayList<>();
    try (BcryptPasswordHasher hasher = new BcryptPasswordHasher(4, 1)) {
      HealthConnect health = EmbeddingExample.build(hasher, new byte[32], clock, heard::add);

      EmbeddingExample.Story story =
          EmbeddingExample.bookAndWrite(health, LocalDate.parse("2026-03-02"));

      assertEquals(AppointmentStatus.PENDING, story.appointment().status());
      assertEquals(
          Instant.parse("2026-03-02T08:00:00Z"), story.appointment().time().slot().startsAt());
      assertEquals(1, story.message().seq());
      assertEquals(
          List.of(
              new Change.DoctorChanged(story.appointment().doctorId()),
              new Change.AppointmentChanged(story.appointment()),
              new Change.NoticeStored(
                  AppointmentNotices.ofBooking(story.appointment()).get(0).numbered(1)),
              new Change.MessageSent(story.message()),
              new Change.NoticeStored(MessageNotices.ofMissed(story.message()).get(0).numbered(2))),
          heard);
    }
  }
}
