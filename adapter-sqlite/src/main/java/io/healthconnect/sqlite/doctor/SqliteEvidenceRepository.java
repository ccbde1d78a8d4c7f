package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.EvidenceRepository;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.media.ShownImages;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What doctors show admins, in SQLite. */
public final class SqliteEvidenceRepository implements EvidenceRepository {
  private static final String LICENCE =
      "SELECT licence_number FROM evidence WHERE doctor_id = ? AND licence_number IS NOT NULL";
  private static final String DOCUMENTS =
      "SELECT media_id FROM evidence_document WHERE doctor_id = ? ORDER BY position";

  private final Database database;

  public SqliteEvidenceRepository(Database database) {
    this.database = database;
  }

  @Override
  public Evidence find(DoctorId id) {
    return database.read(sql -> find(sql, id));
  }

  private static Evidence find(Sql sql, DoctorId id) throws SQLException {
    Optional<LicenceNumber> licence =
        sql.one(LICENCE, row -> new LicenceNumber(row.text("licence_number")), id.value());
    return new Evidence(
        licence, sql.list(DOCUMENTS, row -> new MediaId(row.text("media_id")), id.value()));
  }

  @Override
  public Evidence change(DoctorId id, UnaryOperator<Evidence> change) {
    return database.write(
        transaction -> {
          if (!isPresent(transaction, id)) {
            throw new StaleVersionException("doctor");
          }
          Evidence before = find(transaction, id);
          Evidence after = change.apply(before);
          show(transaction, id.account(), before.documents(), after.documents());
          remove(transaction, id);
          insert(transaction, id, after);
          return after;
        });
  }

  private static boolean isPresent(Transaction transaction, DoctorId id) throws SQLException {
    return transaction.any(
        """
        SELECT 1 FROM doctor JOIN account ON account.id = doctor.id
        WHERE doctor.id = ? AND erased_at IS NULL
        """,
        id.value());
  }

  private static void show(
      Transaction transaction, AccountId owner, List<MediaId> before, List<MediaId> after)
      throws SQLException {
    for (MediaId added : after) {
      if (!before.contains(added)) {
        ShownImages.attach(transaction, added, owner, ImagePurpose.DOCUMENT, Optional.empty());
      }
    }
    for (MediaId former : before) {
      if (!after.contains(former)) {
        ShownImages.discard(transaction, former);
      }
    }
  }

  private static void insert(Transaction transaction, DoctorId id, Evidence evidence)
      throws SQLException {
    transaction.update(
        "INSERT INTO evidence (doctor_id, licence_number) VALUES (?, ?)",
        id.value(),
        evidence.licenceNumber().map(LicenceNumber::value));
    int position = 0;
    for (MediaId document : evidence.documents()) {
      transaction.update(
          "INSERT INTO evidence_document (doctor_id, position, media_id) VALUES (?, ?, ?)",
          id.value(),
          position++,
          document.value());
    }
  }

  private static void remove(Transaction transaction, DoctorId id) throws SQLException {
    transaction.update("DELETE FROM evidence_document WHERE doctor_id = ?", id.value());
    transaction.update("DELETE FROM evidence WHERE doctor_id = ?", id.value());
  }
}
