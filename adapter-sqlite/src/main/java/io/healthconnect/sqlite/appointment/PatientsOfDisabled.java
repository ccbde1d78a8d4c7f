package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.notice.NoticeWrites;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Tells the patients of a disabled doctor, as part of the transaction that disables the account.
 */
public final class PatientsOfDisabled {
  static final String COMING =
      """
      SELECT id, patient_id FROM appointment
      WHERE doctor_id = ? AND occupying = 1 AND starts_at > ? ORDER BY starts_at
      """;

  private PatientsOfDisabled() {}

  public static void tell(Transaction transaction, DoctorId doctor, Instant now)
      throws SQLException {
    List<NoticeDraft> news =
        transaction.list(
            COMING,
            row ->
                AppointmentNotices.ofDisabling(
                    doctor,
                    new AppointmentId(row.text("id")),
                    PatientId.of(row.text("patient_id")),
                    now),
            doctor.value(),
            now);
    NoticeWrites.add(transaction, news);
  }
}
