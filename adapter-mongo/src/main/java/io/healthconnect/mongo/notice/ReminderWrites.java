package io.healthconnect.mongo.notice;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.notice.Reminders;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes reminders, as part of the transaction whose change they follow. */
public final class ReminderWrites {
  private final MongoCollection<Document> reminders;
  private final MongoCollection<Document> settings;
  private final MongoCollection<Document> appointments;
  private final NoticeWrites notices;

  public ReminderWrites(MongoHandles handles) {
    this.reminders = handles.collection(CollectionName.REMINDERS);
    this.settings = handles.collection(CollectionName.NOTICE_SETTINGS);
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.notices = new NoticeWrites(handles);
  }

  /** Adds the reminders of a new appointment. */
  public void ofBooking(ClientSession session, Appointment booked) {
    Instant startsAt = booked.time().slot().startsAt();
    Instant now = booked.history().last().at();
    Reminders.people(booked)
        .forEach(
            (person, role) ->
                add(
                    session,
                    booked.id().value(),
                    person,
                    Reminders.dueTimes(startsAt, settings(session, person, role), now)));
  }

  /** Replaces the reminders of an appointment if the change moves them. */
  public void ofChange(ClientSession session, Appointment before, Appointment after) {
    if (Reminders.areMovedBy(before, after)) {
      reminders.deleteMany(session, Filters.eq("appointmentId", after.id().value()));
      ofBooking(session, after);
    }
  }

  NoticeSettings settings(ClientSession session, AccountId account, Role role) {
    return Optional.ofNullable(settings.find(session, Filters.eq("_id", account.value())).first())
        .map(SettingsDocuments::settings)
        .orElseGet(() -> NoticeSettings.initial(role));
  }

  private void add(
      ClientSession session, String appointment, AccountId to, List<Instant> dueTimes) {
    List<Document> added =
        dueTimes.stream()
            .map(
                due ->
                    new Document("appointmentId", appointment)
                        .append("accountId", to.value())
                        .append("dueAt", due))
            .toList();
    if (!added.isEmpty()) {
      reminders.insertMany(session, added);
    }
  }

  /** Replaces all reminders of a person. */
  void replaceAll(
      ClientSession session, AccountId account, Role role, NoticeSettings chosen, Instant now) {
    reminders.deleteMany(session, Filters.eq("accountId", account.value()));
    Bson confirmed =
        Filters.and(
            Filters.eq(role == Role.DOCTOR ? "doctorId" : "patientId", account.value()),
            Filters.gt("startsAt", now),
            Filters.eq("status", "scheduled"));
    for (Document each :
        appointments.find(session, confirmed).projection(Projections.include("startsAt"))) {
      Instant startsAt = DocumentFields.instant(each, "startsAt");
      add(
          session,
          DocumentFields.text(each, "_id"),
          account,
          Reminders.dueTimes(startsAt, chosen, now));
    }
  }

  static FindIterable<Document> due(MongoCollection<Document> reminders, Instant now, int most) {
    return reminders
        .find(Filters.lte("dueAt", now))
        .sort(Sorts.ascending("dueAt", "appointmentId", "accountId"))
        .limit(most);
  }

  /** Of one person, of one appointment. */
  record Due(AppointmentId appointment, AccountId to) {}

  List<Due> due(Instant now, int most) {
    List<Due> found =
        due(reminders, now, most)
            .map(
                each ->
                    new Due(
                        new AppointmentId(DocumentFields.text(each, "appointmentId")),
                        new AccountId(DocumentFields.text(each, "accountId"))))
            .into(new ArrayList<>());
    return found.stream().distinct().toList();
  }

  /**
   * Removes reminders that are due, and tells the person unless it is too late.
   *
   * @return how many were removed
   */
  int remind(ClientSession session, Due due, Instant now) {
    String appointment = due.appointment().value();
    Bson taken =
        Filters.and(
            Filters.eq("appointmentId", appointment),
            Filters.eq("accountId", due.to().value()),
            Filters.lte("dueAt", now));
    int removed = (int) reminders.deleteMany(session, taken).getDeletedCount();
    Bson useful =
        Filters.and(
            Filters.eq("_id", appointment),
            Filters.eq("status", "scheduled"),
            Filters.gt("startsAt", now));
    if (removed > 0 && appointments.find(session, useful).first() != null) {
      notices.add(session, List.of(Reminders.notice(due.to(), due.appointment(), now)));
    }
    return removed;
  }
}
