package io.healthconnect.sqlite.media;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.sqlite.db.Database;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The records of images, in SQLite. */
public final class SqliteMediaRepository implements MediaRepository {
  private static final String WITHIN_QUOTA =
      """
      SELECT 1 FROM (
        SELECT count(*) AS files, coalesce(sum(upload_bytes), 0) AS bytes FROM media
        WHERE owner_id = ? AND created_at > ?)
      WHERE files < ? AND bytes <= ?
      """;
  private final Database database;

  public SqliteMediaRepository(Database database) {
    this.database = database;
  }

  @Override
  public Result<Media, QuotaReached> add(Media pending, UploadQuota quota) {
    return database.write(
        transaction -> {
          if (!isWithin(transaction, pending, quota)) {
            return Result.failure(new QuotaReached());
          }
          insert(transaction, pending);
          return Result.success(pending);
        });
  }

  private static boolean isWithin(Transaction transaction, Media pending, UploadQuota quota)
      throws SQLException {
    return transaction.any(
        WITHIN_QUOTA,
        pending.owner().value(),
        pending.createdAt().minus(Duration.ofHours(24)),
        quota.files(),
        quota.bytes() - pending.upload().bytes());
  }

  private static void insert(Transaction transaction, Media media) throws SQLException {
    transaction.update(
        """
        INSERT INTO media (id, owner_id, receiver_id, type, width, height, upload_bytes,
          upload_sha256, created_at, state, document)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        media.id().value(),
        media.owner().value(),
        media.receiver().map(AccountId::value),
        media.type().extension(),
        media.width(),
        media.height(),
        media.upload().bytes(),
        media.upload().sha256(),
        media.createdAt(),
        media.state().code(),
        media.purpose() == ImagePurpose.DOCUMENT);
  }

  @Override
  public Optional<Media> find(MediaId id) {
    return database.read(
        sql -> sql.one("SELECT * FROM media WHERE id = ?", MediaRows::media, id.value()));
  }

  @Override
  public void discard(MediaId id) {
    database.write(
        transaction -> {
          ShownImages.discard(transaction, id);
          return id;
        });
  }

  @Override
  public int discardOf(AccountId owner) {
    return database.write(transaction -> ShownImages.discardOf(transaction, owner));
  }

  @Override
  public List<Media> discarded(Instant pendingBefore, int limit) {
    return database.write(
        transaction -> {
          transaction.update(
              "UPDATE media SET state = 'discarded' WHERE state = 'pending' AND created_at < ?",
              pendingBefore);
          return transaction.list(
              "SELECT * FROM media WHERE state = 'discarded' ORDER BY created_at, id LIMIT ?",
              MediaRows::media,
              limit);
        });
  }

  @Override
  public void markRemoved(MediaId id) {
    database.write(
        transaction ->
            transaction.update(
                "UPDATE media SET state = 'removed' WHERE id = ? AND state = 'discarded'",
                id.value()));
  }

  @Override
  public int forgetRemoved(Instant before) {
    return database.write(
        transaction ->
            transaction.update(
                "DELETE FROM media WHERE state = 'removed' AND created_at < ?", before));
  }
}
