package io.healthconnect.mongo.media;

import com.mongodb.MongoGridFSException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import io.healthconnect.domain.media.Delivery;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaFile;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.mongo.db.MongoHandles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.BsonString;

/**
 * Keeps the bytes of images and documents in GridFS, in the same database as everything else. When
 * it is unavailable, it throws the same exception as the other stores.
 */
public final class GridFsImageStore implements ImageStore {
  private static final String BUCKET = "images";

  private final MongoHandles handles;
  private final GridFSBucket bucket;

  public GridFsImageStore(MongoHandles handles) {
    this.handles = handles;
    this.bucket = GridFSBuckets.create(handles.database(), BUCKET);
  }

  private GridFSBucket bucket() {
    return bucket.withTimeout(handles.millisLeft(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void put(MediaId id, MediaFile file) {
    handles.run(
        () -> {
          bucket()
              .uploadFromStream(
                  new BsonString(id.value()),
                  id.value() + "." + file.type().extension(),
                  new ByteArrayInputStream(file.bytes()));
          return id;
        });
  }

  @Override
  public Optional<Delivery> deliver(MediaId id, MediaType type) {
    return read(id, type).map(Delivery.Bytes::new);
  }

  @Override
  public Optional<byte[]> read(MediaId id, MediaType type) {
    return handles.run(
        () -> {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          try {
            bucket().downloadToStream(new BsonString(id.value()), bytes);
          } catch (MongoGridFSException e) {
            return Optional.empty(); // there is no such file
          }
          return Optional.of(bytes.toByteArray());
        });
  }

  @Override
  public boolean delete(MediaId id) {
    return handles.run(
        () -> {
          try {
            bucket().delete(new BsonString(id.value()));
            return true;
          } catch (MongoGridFSException e) {
            return false; // there was no such file; any stray chunks of it are deleted all the same
          }
        });
  }
}
