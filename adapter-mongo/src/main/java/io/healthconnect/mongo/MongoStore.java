package io.healthconnect.mongo;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.mongo.account.MongoAccountRepository;
import io.healthconnect.mongo.account.MongoSessionRepository;
import io.healthconnect.mongo.appointment.MongoAppointmentRepository;
import io.healthconnect.mongo.call.MongoLiveCalls;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.doctor.MongoDoctorRepository;
import io.healthconnect.mongo.media.GridFsImageStore;
import io.healthconnect.mongo.media.MongoMediaRepository;
import io.healthconnect.mongo.message.MongoMessageRepository;
import io.healthconnect.mongo.message.MongoTypingNotices;
import io.healthconnect.mongo.patient.MongoPatientRepository;

/**
 * Everything in one database of a replica set. An answered write has reached a majority of its
 * members. The handles belong to whoever opened them.
 */
public final class MongoStore {
  private final MongoHandles handles;

  public MongoStore(MongoHandles handles) {
    this.handles = handles;
  }

  public AccountRepository accounts() {
    return new MongoAccountRepository(handles);
  }

  public SessionRepository sessions() {
    return new MongoSessionRepository(handles);
  }

  public DoctorRepository doctors() {
    return new MongoDoctorRepository(handles);
  }

  public PatientRepository patients() {
    return new MongoPatientRepository(handles);
  }

  public AppointmentRepository appointments() {
    return new MongoAppointmentRepository(handles);
  }

  public MessageRepository messages() {
    return new MongoMessageRepository(handles);
  }

  public MediaRepository media() {
    return new MongoMediaRepository(handles);
  }

  public ImageStore images() {
    return new GridFsImageStore(handles);
  }

  public LiveCalls calls() {
    return new MongoLiveCalls(handles);
  }

  public TypingNotices typing() {
    return new MongoTypingNotices(handles);
  }

  /** Whether the store answers now. */
  public boolean isHealthy() {
    return handles.isHealthy();
  }
}
