package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.AttendanceRepository;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Attendances in MongoDB. Two steps for one appointment write the same document, so one of them is
 * repeated and sees what the other did.
 */
public final class MongoAttendanceRepository implements AttendanceRepository {
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
  private static final Bson WAITS = Filters.exists("checkAt");

  private final MongoHandles handles;
  private final MongoCollection<Document> attendances;
  private final Reads reads;
  private final Events events;

  public MongoAttendanceRepository(MongoHandles handles) {
    this.handles = handles;
    this.attendances = handles.collection(CollectionName.ATTENDANCES);
    this.reads = handles.reads(CollectionName.ATTENDANCES);
    this.events = new Events(handles);
  }

  @Override
  public <R> R change(AppointmentId id, Function<Optional<Attendance>, Step<R>> change) {
    return handles.transact(id.value(), session -> change(session, id, change));
  }

  private <R> R change(
      ClientSession session, AppointmentId id, Function<Optional<Attendance>, Step<R>> change) {
    Document stored =
        Optional.ofNullable(attendances.find(session, of(id)).first()).orElseGet(Document::new);
    Optional<Attendance> before =
        stored.isEmpty() ? Optional.empty() : Optional.of(AttendanceDocuments.attendance(stored));
    Step<R> step = change.apply(before);
    step.next()
        .filter(after -> before.filter(after::equals).isEmpty())
        .ifPresent(
            after -> {
              store(session, stored, after);
              publish(session, before, after);
            });
    return step.result();
  }

  private void store(ClientSession session, Document stored, Attendance after) {
    attendances.replaceOne(
        session,
        of(after.appointment()),
        AttendanceDocuments.MEMBERS.keep(stored, AttendanceDocuments.document(after)),
        UPSERT);
  }

  private void publish(ClientSession session, Optional<Attendance> before, Attendance after) {
    after.waitingSince(before).ifPresent(change -> events.publish(session, change));
    after.admittedSince(before).ifPresent(change -> events.publish(session, change));
  }

  private static Bson of(AppointmentId id) {
    return Filters.eq("_id", id.value());
  }

  @Override
  public Map<AppointmentId, Attendance> find(Collection<AppointmentId> ids) {
    List<String> wanted = ids.stream().map(AppointmentId::value).distinct().toList();
    return wanted.isEmpty()
        ? Map.of()
        : list(() -> reads.find(Filters.in("_id", wanted))).stream()
            .collect(Collectors.toMap(Attendance::appointment, found -> found));
  }

  @Override
  public List<Attendance> waitingFor(DoctorId doctor, int limit) {
    Bson his = Filters.and(Filters.eq("doctorId", doctor.value()), WAITS);
    return list(() -> attendances.find(his).hintString("doctor").limit(limit));
  }

  @Override
  public List<Attendance> waitingOf(PatientId patient, int limit) {
    Bson own = Filters.and(Filters.eq("patientId", patient.value()), WAITS);
    return list(() -> attendances.find(own).hintString("patient").limit(limit));
  }

  @Override
  public List<Attendance> due(Instant now, int limit) {
    return list(
        () ->
            attendances
                .find(Filters.lte("checkAt", now))
                .hintString("due")
                .sort(Sorts.ascending("checkAt"))
                .limit(limit));
  }

  private List<Attendance> list(Supplier<FindIterable<Document>> query) {
    return handles.run(
        () -> query.get().map(AttendanceDocuments::attendance).into(new ArrayList<>()));
  }
}
