package io.healthconnect.mongo.appointment;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.appointment.HoldId;
import io.healthconnect.domain.appointment.HoldRepository;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * Holds in MongoDB. A transaction that places or ends a hold also counts it in the doctor's
 * document. So of a hold and a booking, or of two holds, at the same moment one is repeated and
 * sees the other; and the change stream tells of the doctor.
 */
public final class MongoHoldRepository implements HoldRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> holds;
  private final MongoCollection<Document> doctors;
  private final HoldWrites writes;
  private final AppointmentWrites appointments;

  public MongoHoldRepository(MongoHandles handles) {
    this.handles = handles;
    this.holds = handles.collection(CollectionName.HOLDS);
    this.doctors = handles.collection(CollectionName.DOCTORS);
    this.writes = new HoldWrites(handles);
    this.appointments = new AppointmentWrites(handles, new AppointmentHistories(handles));
  }

  /** A hold, and the doctors whose free times it changed. */
  private record Placed(Optional<Hold> hold, Set<DoctorId> changed) {}

  @Override
  public Optional<Hold> place(Hold wanted, Instant now) {
    Placed placed =
        handles.transact(wanted.doctor().value(), session -> place(session, wanted, now));
    placed.changed().forEach(handles.local()::doctorChanged);
    return placed.hold();
  }

  private Placed place(ClientSession session, Hold wanted, Instant now) {
    Optional<Hold> earlier = writes.find(session, wanted.patient());
    if (earlier.filter(hold -> hold.isLive(now) && hold.keepsTheSameAs(wanted)).isPresent()) {
      return new Placed(earlier, Set.of());
    }
    boolean taken =
        writes.isHeldByOthers(session, wanted.doctor(), wanted.patient(), wanted.time(), now)
            || appointments.isBooked(session, wanted.doctor(), wanted.time());
    if (taken) {
      return new Placed(Optional.empty(), Set.of());
    }
    writes.put(session, wanted);
    Set<DoctorId> changed = new LinkedHashSet<>(List.of(wanted.doctor()));
    earlier.map(Hold::doctor).ifPresent(changed::add);
    changed.forEach(doctor -> count(session, doctor));
    return new Placed(Optional.of(wanted), changed);
  }

  private void count(ClientSession session, DoctorId doctor) {
    doctors.updateOne(session, Filters.eq("_id", doctor.value()), Updates.inc("timesHeld", 1L));
  }

  @Override
  public boolean release(HoldId id, PatientId patient) {
    Optional<Hold> released = handles.transact(session -> release(session, id, patient));
    released.map(Hold::doctor).ifPresent(handles.local()::doctorChanged);
    return released.isPresent();
  }

  private Optional<Hold> release(ClientSession session, HoldId id, PatientId patient) {
    Optional<Hold> own = writes.find(session, patient).filter(hold -> hold.id().equals(id));
    own.ifPresent(
        hold -> {
          writes.remove(session, patient.account());
          count(session, hold.doctor());
        });
    return own;
  }

  @Override
  public Optional<Hold> find(PatientId patient, Instant now) {
    return handles
        .run(() -> Optional.ofNullable(holds.find(HoldDocuments.of(patient)).first()))
        .map(HoldDocuments::hold)
        .filter(hold -> hold.isLive(now));
  }

  @Override
  public List<Hold> held(Collection<DoctorId> doctors, TimeSlot range, Instant now) {
    return doctors.isEmpty()
        ? List.of()
        : handles.run(
            () ->
                holds
                    .find(HoldDocuments.held(doctors, range, now))
                    .hintString("doctor")
                    .map(HoldDocuments::hold)
                    .into(new ArrayList<>()));
  }

  @Override
  public int purge(Instant now) {
    return handles.run(
        () -> (int) holds.deleteMany(Filters.lte("expiresAt", now)).getDeletedCount());
  }
}
