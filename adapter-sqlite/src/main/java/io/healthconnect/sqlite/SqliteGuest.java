package io.healthconnect.sqlite;

import io.healthconnect.domain.account.AccountAdministration;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.audit.AuditLog;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.sqlite.account.SqliteAccountAdministration;
import io.healthconnect.sqlite.account.SqliteAccountRepository;
import io.healthconnect.sqlite.audit.SqliteAuditLog;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.DatabaseFile;
import io.healthconnect.sqlite.doctor.SqliteDoctorRepository;
import io.healthconnect.sqlite.doctor.SqliteEvidenceRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What can be done to the file of a folder beside the server that uses it. It changes no tables,
 * takes no lock that a server needs, and tells no change feed.
 */
public final class SqliteGuest implements AutoCloseable {
  private final Database database;

  private SqliteGuest(Database database) {
    this.database = database;
  }

  /**
   * @throws IllegalStateException if the folder holds no database; the message is one line for an
   *     operator
   */
  public static SqliteGuest open(Path dataDir) {
    return new SqliteGuest(DatabaseFile.openAsGuest(dataDir));
  }

  /** As {@link SqliteStore#backUp}, whichever release made the tables. */
  public void backUp(Path target) {
    database.backUp(target);
  }

  /**
   * Reads the whole file and looks for damage.
   *
   * @return what is wrong, by what was looked at; nothing of it is what people have stored
   * @throws io.healthconnect.sqlite.db.StoreCorruptException if the file is too damaged for that
   */
  public Map<String, List<String>> check() {
    return database.check();
  }

  /**
   * The accounts, for what an operator does to one.
   *
   * @throws IllegalStateException if the schema is that of another release; the message is one line
   *     for an operator
   */
  public AccountRepository accounts() {
    database.requireSchema();
    return new SqliteAccountRepository(database);
  }

  /**
   * The administration of accounts.
   *
   * @throws IllegalStateException as {@link #accounts}
   */
  public AccountAdministration administration() {
    database.requireSchema();
    return new SqliteAccountAdministration(database);
  }

  /** Whether the schema is that of this release. */
  public boolean isCurrent() {
    return database.isCurrent();
  }

  /**
   * The doctors, for what an operator does to one.
   *
   * @throws IllegalStateException as {@link #accounts}
   */
  public DoctorRepository doctors() {
    database.requireSchema();
    return new SqliteDoctorRepository(database);
  }

  /**
   * What doctors show admins.
   *
   * @throws IllegalStateException as {@link #accounts}
   */
  public EvidenceRepository evidence() {
    database.requireSchema();
    return new SqliteEvidenceRepository(database);
  }

  /**
   * The audit log.
   *
   * @throws IllegalStateException as {@link #accounts}
   */
  public AuditLog audit() {
    database.requireSchema();
    return new SqliteAuditLog(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
