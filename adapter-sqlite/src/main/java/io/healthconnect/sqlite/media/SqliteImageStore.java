package io.healthconnect.sqlite.media;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.sqlite.db.Database;
import java.util.Optional;

/**
 * The bytes of images and documents, in the same file as everything else. When that file is
 * unavailable, so is everything else, so this throws {@link StoreUnavailableException} like the
 * other stores here.
 */
public final class SqliteImageStore implements ImageStore {
  private final Database database;

  public SqliteImageStore(Database database) {
    this.database = database;
  }

  @Override
  public void put(MediaId id, MediaFile file) {
    database.write(
        transaction ->
            transaction.update(
                "INSERT INTO image (id, bytes) VALUES (?, ?)", id.value(), file.bytes()));
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, MediaType type) {
    return read(id, type).map(Delivery.Bytes::new);
  }

  @Override
  public Optional<byte[]> read(MediaId id, MediaType type) {
    return database.read(
        sql ->
            sql.one("SELECT bytes FROM image WHERE id = ?", row -> row.bytes("bytes"), id.value()));
  }

  @Override
  public boolean delete(MediaId id) {
    return database.write(
            transaction -> transaction.update("DELETE FROM image WHERE id = ?", id.value()))
        > 0;
  }
}
