package io.healthconnect.application.export;

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
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.waiting.Attendance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers an export as a line of words for each piece. */
final class RecordedExport implements ExportData.Sink {
  final List<String> lines = new ArrayList<>();

  @Override
  public void account(
      Account account, Optional<Preferences> preferences, Optional<CalendarLink> calendarLink) {
    lines.add(
        "account "
            + account.id().value()
            + preferences.map(own -> " " + own.language().code() + " " + own.timeZone()).orElse("")
            + calendarLink.map(link -> " link of " + link.createdAt()).orElse(""));
  }

  @Override
  public void doctor(Doctor doctor) {
    lines.add("doctor " + doctor.id().value());
  }

  @Override
  public void evidence(Evidence evidence) {
    lines.add("evidence " + evidence.documents().stream().map(MediaId::value).toList());
  }

  @Override
  public void patient(Patient patient) {
    lines.add("patient " + patient.id().value());
  }

  @Override
  public void session(Session session) {
    lines.add("session " + session.id().value());
  }

  @Override
  public void appointment(
      Appointment appointment,
      List<StatusChange> history,
      List<NoteVersion> notes,
      Optional<Attendance> attendance) {
    lines.add(
        "appointment "
            + appointment.id().value()
            + " changes "
            + history.size()
            + " notes "
            + notes.stream().map(NoteVersion::text).toList()
            + attendance.map(there -> " there " + there.since()).orElse(""));
  }

  @Override
  public void message(Message message) {
    lines.add("message " + message.seq());
  }

  @Override
  public void call(CallRecord call) {
    lines.add("call " + call.id().value());
  }

  @Override
  public void notice(Notice notice) {
    lines.add("notice " + notice.kind().code());
  }

  @Override
  public void noticeSettings(NoticeSettings settings) {
    lines.add("notice settings " + settings.reminderMinutes());
  }

  @Override
  public void pushSubscription(PushSubscription subscription) {
    lines.add("push subscription " + subscription.endpoint());
  }

  @Override
  public void auditEntry(AuditEntry entry) {
    lines.add("audit " + entry.event().action().code());
  }

  @Override
  public void person(Account other) {
    lines.add("person " + other.id().value());
  }

  @Override
  public void image(Media image) {
    lines.add("image " + image.id().value());
  }
}
