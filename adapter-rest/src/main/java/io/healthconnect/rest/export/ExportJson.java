package io.healthconnect.rest.export;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.audit.AuditEntry;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.doctor.LanguageTags;
import io.healthconnect.rest.doctor.ScheduleResponse;
import io.healthconnect.rest.patient.PatientResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an export says of each thing, in the names that the API uses. */
final class ExportJson {
  private ExportJson() {}

  /** An object whose members are added one by one; members without a value are null. */
  private static final class Members extends LinkedHashMap<String, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    Members with(String name, Object value) {
      put(name, value);
      return this;
    }

    Members with(String name, Optional<?> value) {
      put(name, value.orElse(null));
      return this;
    }

    Members at(String name, Instant value) {
      return with(name, WireTimes.instant(value));
    }

    Members at(String name, Optional<Instant> value) {
      return with(name, value.map(WireTimes::instant));
    }
  }

  static Map<String, @Nullable Object> of(
      Account account, Optional<Preferences> preferences, Optional<CalendarLink> calendarLink) {
    return new Members()
        .with("id", account.id().value())
        .with("role", account.role().code())
        .with("name", account.name().value())
        .with("email", account.email().value())
        .with("emailConfirmed", account.emailStatus().confirmed())
        .with("pendingEmail", account.emailStatus().pending().map(Email::value))
        .with("avatar", Optional.ofNullable(MediaPaths.of(account.avatar())))
        .with("language", preferences.map(own -> own.language().code()))
        .with("timeZone", preferences.map(own -> own.timeZone().getId()))
        .at("calendarLinkCreatedAt", calendarLink.map(CalendarLink::createdAt))
        .at("createdAt", account.createdAt());
  }

  /** No more than the other person shows anyway. */
  static Map<String, @Nullable Object> ofOther(Account account) {
    return new Members()
        .with("id", account.id().value())
        .with("role", account.role().code())
        .with("name", account.name().value());
  }

  static Map<String, @Nullable Object> of(Doctor doctor) {
    BookingRules rules = doctor.rules();
    return new Members()
        .with("specialization", doctor.profile().specialization())
        .with("experience", doctor.profile().experience())
        .with("qualification", doctor.profile().qualification())
        .with("about", doctor.profile().about())
        .with("languages", LanguageTags.of(doctor.profile()))
        .with("contactNumber", doctor.profile().contactNumber())
        .with("timeZone", doctor.timeZone().getId())
        .with("slotMinutes", rules.slotMinutes())
        .with("bufferMinutes", rules.bufferMinutes())
        .with("minimumNoticeMinutes", rules.minimumNoticeMinutes())
        .with("horizonDays", rules.horizonDays())
        .with("autoConfirm", rules.autoConfirm())
        .with("callsAnytime", rules.callsAnytime())
        .with("quiet", rules.quiet())
        .with("schedule", ScheduleResponse.of(doctor.schedule()))
        .with("overrides", ScheduleResponse.of(doctor.overrides()));
  }

  static Map<String, @Nullable Object> of(Patient patient) {
    PatientProfile profile = patient.profile();
    return new Members()
        .with("dateOfBirth", profile.dateOfBirth().map(Object::toString))
        .with("gender", profile.gender())
        .with("bloodGroup", profile.bloodGroup())
        .with("allergies", profile.allergies())
        .with("contactNumber", profile.contactNumber())
        .with("emergencyContacts", PatientResponse.contacts(profile));
  }

  static Map<String, @Nullable Object> of(PushSubscription subscription) {
    return new Members()
        .with("endpoint", subscription.endpoint().value().toString())
        .with("sessionId", subscription.session().value())
        .at("createdAt", subscription.createdAt());
  }

  static Map<String, @Nullable Object> of(Session session) {
    return new Members()
        .with("id", session.id().value())
        .with("browser", session.software().browser())
        .with("system", session.software().system())
        .at("firstSeenAt", session.createdAt())
        .at("lastSeenAt", session.lastSeenAt());
  }

  static Map<String, @Nullable Object> of(
      Appointment appointment,
      List<StatusChange> history,
      List<NoteVersion> notes,
      Optional<Attendance> attendance) {
    return new Members()
        .with("id", appointment.id().value())
        .with("doctorId", appointment.doctorId().value())
        .with("patientId", appointment.patientId().value())
        .with("date", appointment.time().date().toString())
        .with("startTime", WireTimes.time(appointment.time().startTime()))
        .with("endTime", WireTimes.time(appointment.time().endTime()))
        .with("timeZone", appointment.time().timeZone().getId())
        .at("startsAt", appointment.time().slot().startsAt())
        .at("endsAt", appointment.time().slot().endsAt())
        .with("mode", appointment.mode().code())
        .with("reason", appointment.reason())
        .with("status", appointment.status().code())
        .at("patientCameAt", attendance.map(Attendance::since))
        .with("notes", notes.stream().map(ExportJson::of).toList())
        .with("rating", appointment.review().map(review -> review.rating()))
        .with("review", appointment.review().map(review -> review.text()))
        .with("history", history.stream().map(ExportJson::of).toList());
  }

  private static Map<String, @Nullable Object> of(NoteVersion note) {
    return new Members().with("text", note.text()).at("at", note.at());
  }

  private static Map<String, @Nullable Object> of(StatusChange change) {
    return new Members()
        .with("from", change.from().map(status -> status.code()))
        .with("to", change.to().code())
        .with("by", change.by().map(AccountId::value))
        .at("at", change.at())
        .with("reason", change.reason());
  }

  static Map<String, @Nullable Object> of(CallRecord call) {
    return new Members()
        .with("id", call.id().value())
        .with("callerId", call.caller().value())
        .with("calleeId", call.callee().value())
        .with("appointmentId", call.appointment().map(id -> id.value()))
        .with("media", call.media().code())
        .at("startedAt", call.startedAt())
        .at("answeredAt", call.answeredAt())
        .at("endedAt", call.endedAt())
        .with("endReason", call.endReason().map(reason -> reason.code()));
  }

  static Map<String, @Nullable Object> of(AuditEntry entry) {
    AuditEvent event = entry.event();
    return new Members()
        .at("at", event.at())
        .with("action", event.action().code())
        .with("actorId", event.actor().map(AccountId::value))
        .with("objectId", event.object());
  }
}
