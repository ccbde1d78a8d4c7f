package io.healthconnect.sqlite;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.patient.PatientRepository;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.account.SqliteSessionRepository;
import io.healthconnect.sqlite.appointment.SqliteAppointmentRepository;
import io.healthconnect.sqlite.call.SqliteLiveCalls;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.DatabaseFile;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import io.healthconnect.sqlite.media.SqliteImageStore;
import io.healthconnect.sqlite.media.SqliteMediaRepository;
import io.healthconnect.sqlite.message.SqliteMessageRepository;
import io.healthconnect.sqlite.patient.SqlitePatientRepository;
import java.nio.file.Path;
import java.time.Instant;

/** Everything in one file. An answered write has reached the disk. */
public final class SqliteStore implements AutoCloseable {
  private final Database database;
  private final AccountRepository accounts;
  private final SessionRepository sessions;
  private final DoctorRepository doctors;
  private final PatientRepository patients;
  private final AppointmentRepository appointments;
  private final MessageRepository messages;
  private final MediaRepository media;
  private final ImageStore images;
  private final LiveCalls calls;

  private SqliteStore(Database database, LocalChangeFeed feed, Instant callsUntil) {
    this.database = database;
    this.accounts = new SqliteAccountRepository(database);
    this.sessions = new SqliteSessionRepository(database);
    this.doctors = new SqliteDoctorRepository(database);
    this.patients = new SqlitePatientRepository(database);
    this.appointments = new SqliteAppointmentRepository(database);
    this.messages = new SqliteMessageRepository(database);
    this.media = new SqliteMediaRepository(database);
    this.images = new SqliteImageStore(database);
    this.calls = new SqliteLiveCalls(database, feed, callsUntil);
  }

  /**
   * Opens {@code health-connect.db} in the folder, making both if they are missing (readable by
   * this user only), and brings its tables up to date.
   *
   * @param feed is told of every stored change, in the order of the commits
   * @param callsUntil until when the people of calls that the last run left live can come back
   * @throws io.healthconnect.sqlite.db.StoreCorruptException if the file is damaged
   * @throws io.healthconnect.domain.StoreUnavailableException if it cannot be made or read
   */
  public static SqliteStore open(Path dataDir, LocalChangeFeed feed, Instant callsUntil) {
    return new SqliteStore(DatabaseFile.open(dataDir, feed), feed, callsUntil);
  }

  public AccountRepository accounts() {
    return accounts;
  }

  public SessionRepository sessions() {
    return sessions;
  }

  public DoctorRepository doctors() {
    return doctors;
  }

  public PatientRepository patients() {
    return patients;
  }

  public AppointmentRepository appointments() {
    return appointments;
  }

  public MessageRepository messages() {
    return messages;
  }

  public MediaRepository media() {
    return media;
  }

  public ImageStore images() {
    return images;
  }

  public LiveCalls calls() {
    return calls;
  }

  /** Whether the store answers now. */
  public boolean isHealthy() {
    return database.isHealthy();
  }

  @Override
  public void close() {
    database.close();
  }
}
