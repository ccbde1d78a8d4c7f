package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.appointment.RunningLateRepository;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.notice.AppointmentNotices;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.waiting.WaitingPolicy;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.event.Events;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Who is running late, in MongoDB. The id of a document is the doctor's. */
public final class MongoRunningLate implements RunningLateRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> lateness;
  private final MongoCollection<Document> appointments;
  private final MongoCollection<Document> attendances;
  private final NoticeWrites notices;
  private final Events events;

  public MongoRunningLate(MongoHandles handles) {
    this.handles = handles;
    this.lateness = handles.collection(CollectionName.RUNNING_LATE);
    this.appointments = handles.collection(CollectionName.APPOINTMENTS);
    this.attendances = handles.collection(CollectionName.ATTENDANCES);
    this.notices = new NoticeWrites(handles);
    this.events = new Events(handles);
  }

  private record Concerned(AppointmentId appointment, PatientId patient, Instant endsAt) {}

  @Override
  public void say(RunningLate late) {
    handles.transact(late.doctor().value(), session -> say(session, late));
  }

  private RunningLate say(ClientSession session, RunningLate late) {
    Bson own = of(late.doctor());
    Optional<RunningLate> before = late(lateness.find(session, own).first());
    lateness.updateOne(
        session,
        own,
        Updates.combine(Updates.set("minutes", late.minutes()), Updates.set("since", late.since())),
        new UpdateOptions().upsert(true));
    List<Concerned> concerned = concerned(session, late.doctor(), late.period());
    publish(session, late.doctor(), late.minutes(), concerned);
    if (late.isNews(before)) {
      notices.add(
          session,
          concerned.stream()
              .map(each -> AppointmentNotices.ofLateness(late, each.appointment(), each.patient()))
              .toList());
    }
    return late;
  }

  @Override
  public void clear(DoctorId doctor, Instant now) {
    handles.transact(doctor.value(), session -> clear(session, doctor, now));
  }

  private boolean clear(ClientSession session, DoctorId doctor, Instant now) {
    boolean cleared = lateness.deleteOne(session, of(doctor)).getDeletedCount() == 1;
    if (cleared) {
      TimeSlot period = new RunningLate(doctor, 1, now).period();
      publish(session, doctor, 0, concerned(session, doctor, period));
    }
    return cleared;
  }

  @Override
  public Optional<RunningLate> find(DoctorId doctor, Instant now) {
    return handles
        .run(() -> late(lateness.find(of(doctor)).first()))
        .filter(late -> late.isLive(now));
  }

  private static Bson of(DoctorId doctor) {
    return Filters.eq("_id", doctor.value());
  }

  private static Optional<RunningLate> late(@Nullable Document stored) {
    return Optional.ofNullable(stored)
        .map(
            document ->
                new RunningLate(
                    DoctorId.of(DocumentFields.text(document, "_id")),
                    document.getInteger("minutes"),
                    DocumentFields.instant(document, "since")));
  }

  private List<Concerned> concerned(ClientSession session, DoctorId doctor, TimeSlot period) {
    Instant roomsCloseAt = period.startsAt().minus(WaitingPolicy.CLOSES_AFTER_END);
    List<Concerned> all = scheduled(session, doctor, new TimeSlot(roomsCloseAt, period.endsAt()));
    List<String> over =
        all.stream()
            .filter(each -> !each.endsAt().isAfter(period.startsAt()))
            .map(each -> each.appointment().value())
            .toList();
    if (over.isEmpty()) {
      return all;
    }
    Set<String> awaited = awaited(session, over);
    return all.stream()
        .filter(
            each ->
                each.endsAt().isAfter(period.startsAt())
                    || awaited.contains(each.appointment().value()))
        .toList();
  }

  /** Those of the appointments whose patient waits. */
  private Set<String> awaited(ClientSession session, List<String> ids) {
    return attendances
        .find(session, Filters.and(Filters.in("_id", ids), Filters.exists("checkAt")))
        .hint(Indexes.ascending("_id"))
        .projection(Projections.include("_id"))
        .map(each -> DocumentFields.text(each, "_id"))
        .into(new HashSet<>());
  }

  private List<Concerned> scheduled(ClientSession session, DoctorId doctor, TimeSlot period) {
    return appointments
        .find(
            session,
            Filters.and(
                Filters.eq("doctorId", doctor.value()),
                AppointmentLists.overlapping(period),
                Filters.eq("status", AppointmentStatus.SCHEDULED.code())))
        .hintString("doctorOccupied")
        .sort(Sorts.ascending("startsAt"))
        .projection(Projections.include("patientId", "endsAt"))
        .map(
            each ->
                new Concerned(
                    new AppointmentId(DocumentFields.text(each, "_id")),
                    PatientId.of(DocumentFields.text(each, "patientId")),
                    DocumentFields.instant(each, "endsAt")))
        .into(new ArrayList<>());
  }

  private void publish(
      ClientSession session, DoctorId doctor, int minutes, List<Concerned> concerned) {
    events.publish(
        session, Change.DoctorLate.of(doctor, minutes, concerned.stream().map(Concerned::patient)));
  }
}
