package io.healthconnect.application.export;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.waiting.Attendance;
import java.util.List;
import java.util.Optional;

/**
 * Gives a person everything that is stored of them, as of one instant. The notes and images of
 * others in it are entries of the audit log, as when they are read one by one; all are written by
 * the time that {@link #exportData} returns.
 */
public interface ExportData {
  /**
   * @param sink should be fast, because the store holds on to that instant meanwhile
   * @throws io.healthconnect.domain.StoreUnavailableException if the store, or the audit log, is
   *     away; what the sink has got by then must not be shown
   */
  void exportData(Actor actor, Sink sink);

  /**
   * Takes what is stored of a person. Called in the order of the methods: all pieces of one kind
   * come together, and at most one doctor or patient.
   */
  interface Sink {
    /**
     * @param preferences empty if the person has never said so
     * @param calendarLink empty if there is none
     */
    void account(
        Account account, Optional<Preferences> preferences, Optional<CalendarLink> calendarLink);

    void doctor(Doctor doctor);

    /** What a doctor has shown admins. */
    void evidence(Evidence evidence);

    void patient(Patient patient);

    void session(Session session);

    /**
     * @param notes all versions for the doctor; for the patient none but the current one, and that
     *     only once the patient may read it
     * @param attendance empty if the patient was never there
     */
    void appointment(
        Appointment appointment,
        List<StatusChange> history,
        List<NoteVersion> notes,
        Optional<Attendance> attendance);

    void message(Message message);

    void call(CallRecord call);

    void notice(Notice notice);

    /** How the person wants to be told, if that was chosen. */
    void noticeSettings(NoticeSettings settings);

    /** A device that the person has subscribed to notices. */
    void pushSubscription(PushSubscription subscription);

    /** Who read the person's data, and logged in to the account. */
    void auditEntry(AuditEntry entry);

    /** Somebody whom the pieces before name by an identifier. */
    void person(Account other);

    /** An image that the person may see. Its bytes are read with {@link ReadExportedImage}. */
    void image(Media image);
  }
}
