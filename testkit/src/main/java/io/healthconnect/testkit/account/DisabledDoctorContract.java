package io.healthconnect.testkit.account;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of what patients hear when their doctor is disabled. */
public interface DisabledDoctorContract {
  AccountId DISABLED = new AccountId("d1");

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private Appointment book(String id, String doctor, String patient, int minute) {
    People.add(stores(), doctor, patient);
    return value(
        stores()
            .appointments()
            .book(Appointments.pending(id, doctor, patient, minute), Optional.empty(), UNLIMITED));
  }

  private void decide(Decision decision, Instant at) {
    value(
        stores()
            .administration()
            .decide(DISABLED, decision, AuditEvent.of(decision.action(), at).about(DISABLED)));
  }

  private List<Notice> told(String account) {
    return stores().notices().list(new AccountId(account), PageRequest.first(20)).items().stream()
        .filter(notice -> notice.kind() == NoticeKind.DOCTOR_UNAVAILABLE)
        .toList();
  }

  private List<Optional<String>> visits(String account) {
    return told(account).stream()
        .map(notice -> notice.appointment().map(id -> id.value()))
        .toList();
  }

  @Test
  default void tellsThePatientsOfWhatIsToComeOnce() {
    Appointment pending = book("v1", "d1", "p1", 0);
    Appointment confirmed =
        stores().appointments().save(value(book("v2", "d1", "p1", 60).confirm(BOOKED)));
    book("v3", "d1", "p2", 120);
    book("v4", "d2", "p2", 180);
    stores()
        .appointments()
        .save(value(book("v5", "d1", "p2", 240).cancel(new AccountId("p2"), "ill", BOOKED)));
    decide(Decision.DISABLE, BOOKED);
    decide(Decision.DISABLE, BOOKED);
    decide(Decision.APPROVE, BOOKED);
    assertEquals(List.of(Optional.of("v2"), Optional.of("v1")), visits("p1"));
    assertEquals(List.of(Optional.of("v3")), visits("p2"));
    assertEquals(Optional.of(DISABLED), told("p2").get(0).from());
    assertEquals(List.of(), told("d1"));
    assertEquals(Optional.of(pending), stores().appointments().find(pending.id()));
    assertEquals(Optional.of(confirmed), stores().appointments().find(confirmed.id()));
  }

  @Test
  default void tellsNobodyOfVisitsThatHaveBegun() {
    Appointment visit = book("v1", "d1", "p1", 0);
    decide(Decision.DISABLE, visit.time().slot().startsAt());
    assertEquals(List.of(), told("p1"));
  }

  @Test
  default void otherDecisionsTellNobody() {
    book("v1", "d1", "p1", 0);
    decide(Decision.REJECT, BOOKED);
    decide(Decision.APPROVE, BOOKED);
    assertEquals(List.of(), told("p1"));
  }
}
