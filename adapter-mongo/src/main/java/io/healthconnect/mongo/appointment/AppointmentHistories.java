package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * All versions of the notes and all status changes of appointments, each in its own document. An
 * appointment that an earlier version of the server stored holds them itself until it is changed.
 */
final class AppointmentHistories {
  private final Reads appointments;
  private final MongoCollection<Document> notes;
  private final MongoCollection<Document> changes;
  private final Reads storedNotes;
  private final Reads storedChanges;
  private final MongoCollection<Document> attendances;

  AppointmentHistories(MongoHandles handles) {
    this.appointments = handles.reads(CollectionName.APPOINTMENTS);
    this.notes = handles.collection(CollectionName.APPOINTMENT_NOTES);
    this.changes = handles.collection(CollectionName.APPOINTMENT_CHANGES);
    this.storedNotes = handles.reads(CollectionName.APPOINTMENT_NOTES);
    this.storedChanges = handles.reads(CollectionName.APPOINTMENT_CHANGES);
    this.attendances = handles.collection(CollectionName.ATTENDANCES);
  }

  List<StatusChange> history(AppointmentId id, int limit) {
    return whole(id)
        .map(document -> newest(AppointmentDocuments.storedHistory(document), limit))
        .orElseGet(() -> newest(storedChanges, id, limit, AppointmentDocuments::change));
  }

  List<NoteVersion> notes(AppointmentId id, int limit) {
    return whole(id)
        .map(document -> newest(AppointmentDocuments.storedNotes(document), limit))
        .orElseGet(() -> newest(storedNotes, id, limit, AppointmentDocuments::note));
  }

  private Optional<Document> whole(AppointmentId id) {
    Bson old = Filters.and(Filters.eq("_id", id.value()), Filters.exists("historyLength", false));
    return Optional.ofNullable(appointments.find(old).first());
  }

  private static <T> List<T> newest(List<T> all, int limit) {
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  private static <T> List<T> newest(
      Reads from, AppointmentId id, int limit, Function<Document, T> mapper) {
    List<T> found =
        from.find(Filters.eq("appointmentId", id.value()))
            .sort(Sorts.descending("position"))
            .limit(limit)
            .map(mapper::apply)
            .into(new ArrayList<>());
    Collections.reverse(found);
    return found;
  }

  /**
   * Copies the notes and history from a document of an earlier version, unless that has been done.
   */
  void copy(ClientSession session, Document document) {
    if (!AppointmentDocuments.isWhole(document)) {
      return;
    }
    String id = DocumentFields.text(document, "_id");
    if (nextPosition(session, changes, id) == 0) {
      append(session, changes, id, changes(AppointmentDocuments.storedHistory(document)));
    }
    if (nextPosition(session, notes, id) == 0) {
      append(session, notes, id, versions(AppointmentDocuments.storedNotes(document)));
    }
  }

  /** Adds the first entry of a new appointment: its booking. */
  void start(ClientSession session, Appointment appointment) {
    String id = appointment.id().value();
    append(session, changes, id, 0, changes(appointment.history().recent()));
    append(session, notes, id, 0, versions(appointment.notes().current().stream().toList()));
  }

  /**
   * Adds the notes and status changes that {@code after} has in addition to {@code before}, and
   * replaces the newest version of the notes if it was rewritten.
   */
  void grow(ClientSession session, Appointment before, Appointment after) {
    String id = after.id().value();
    append(session, changes, id, changes(after.history().after(before.history().length())));
    if (after.notes().versions() > before.notes().versions()) {
      append(session, notes, id, versions(after.notes().current().stream().toList()));
    } else if (!after.notes().equals(before.notes())) {
      notes.updateOne(
          session,
          Filters.eq("_id", id + ":" + (after.notes().versions() - 1)),
          Updates.set("text", after.notes().current().orElseThrow().text()));
    }
  }

  private static List<Document> changes(List<StatusChange> changes) {
    return changes.stream().map(AppointmentDocuments::document).toList();
  }

  private static List<Document> versions(List<NoteVersion> notes) {
    return notes.stream().map(AppointmentDocuments::document).toList();
  }

  private static void append(
      ClientSession session, MongoCollection<Document> to, String id, List<Document> items) {
    if (!items.isEmpty()) {
      append(session, to, id, nextPosition(session, to, id), items);
    }
  }

  private static void append(
      ClientSession session,
      MongoCollection<Document> to,
      String id,
      int first,
      List<Document> items) {
    int position = first;
    for (Document item : items) {
      to.insertOne(
          session,
          item.append("_id", id + ":" + position)
              .append("appointmentId", id)
              .append("position", position));
      position++;
    }
  }

  private static int nextPosition(ClientSession session, MongoCollection<Document> in, String id) {
    Document last =
        in.find(session, Filters.eq("appointmentId", id))
            .sort(Sorts.descending("position"))
            .projection(
                Projections.fields(Projections.include("position"), Projections.excludeId()))
            .first();
    return last == null ? 0 : DocumentFields.smallNumber(last, "position") + 1;
  }

  /** Removes what stands beside these appointments. */
  void remove(ClientSession session, List<String> ids) {
    notes.deleteMany(session, Filters.in("appointmentId", ids));
    changes.deleteMany(session, Filters.in("appointmentId", ids));
    attendances.deleteMany(session, Filters.in("_id", ids));
  }
}
