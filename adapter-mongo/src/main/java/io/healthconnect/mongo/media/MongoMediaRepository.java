package io.healthconnect.mongo.media;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.Media;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.domain.media.UploadQuota;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** The records of images, in MongoDB. */
public final class MongoMediaRepository implements MediaRepository {
  private final MongoHandles handles;
  private final MongoCollection<Document> media;
  private final Reads reads;
  private final MongoCollection<Document> accounts;
  private final ShownImages images;

  public MongoMediaRepository(MongoHandles handles) {
    this.handles = handles;
    this.media = handles.collection(CollectionName.MEDIA);
    this.reads = handles.reads(CollectionName.MEDIA);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.images = new ShownImages(handles);
  }

  @Override
  public Result<Media, QuotaReached> add(Media pending, UploadQuota quota) {
    return handles.transact(
        session -> {
          // All uploads of a person write to one document, so that no two pass the quota together.
          accounts.updateOne(
              session, Filters.eq("_id", pending.owner().value()), Updates.inc("uploads", 1L));
          if (!isWithin(session, pending, quota)) {
            return Result.failure(new QuotaReached());
          }
          media.insertOne(session, MediaDocuments.document(pending));
          return Result.success(pending);
        });
  }

  private boolean isWithin(ClientSession session, Media pending, UploadQuota quota) {
    Instant dayBefore = pending.createdAt().minus(Duration.ofHours(24));
    Document used =
        media
            .aggregate(
                session,
                List.of(
                    Aggregates.match(
                        Filters.and(
                            Filters.eq("ownerId", pending.owner().value()),
                            Filters.gt("createdAt", dayBefore))),
                    Aggregates.group(
                        null,
                        Accumulators.sum("files", 1L),
                        Accumulators.sum("bytes", "$upload.bytes"))))
            .first();
    return used == null
        ? quota.files() >= 1 && pending.upload().bytes() <= quota.bytes()
        : DocumentFields.number(used, "files") < quota.files()
            && DocumentFields.number(used, "bytes") <= quota.bytes() - pending.upload().bytes();
  }

  @Override
  public Optional<Media> find(MediaId id) {
    return handles.run(
        () ->
            Optional.ofNullable(reads.find(Filters.eq("_id", id.value())).first())
                .map(MediaDocuments::media));
  }

  @Override
  public void discard(MediaId id) {
    handles.run(
        () ->
            media.updateOne(
                ShownImages.shown(Filters.eq("_id", id.value())),
                ShownImages.state(MediaState.DISCARDED)));
  }

  @Override
  public int discardOf(AccountId owner) {
    return handles.transact(session -> images.discardOf(session, owner));
  }

  @Override
  public List<Media> discarded(Instant pendingBefore, int limit) {
    return handles.run(
        () -> {
          media.updateMany(
              Filters.and(
                  Filters.eq("state", MediaState.PENDING.code()),
                  Filters.lt("createdAt", pendingBefore)),
              ShownImages.state(MediaState.DISCARDED));
          return media
              .find(Filters.eq("state", MediaState.DISCARDED.code()))
              .sort(Sorts.ascending("createdAt", "_id"))
              .limit(limit)
              .map(MediaDocuments::media)
              .into(new ArrayList<>());
        });
  }

  @Override
  public void markRemoved(MediaId id) {
    handles.run(
        () ->
            media.updateOne(
                Filters.and(
                    Filters.eq("_id", id.value()),
                    Filters.eq("state", MediaState.DISCARDED.code())),
                ShownImages.state(MediaState.REMOVED)));
  }

  @Override
  public int forgetRemoved(Instant before) {
    return handles.run(
        () ->
            (int)
                media
                    .deleteMany(
                        Filters.and(
                            Filters.eq("state", MediaState.REMOVED.code()),
                            Filters.lt("createdAt", before)))
                    .getDeletedCount());
  }
}
