package io.healthconnect.mongo.media;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaState;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Changes the state of images in the same transaction as the message or account that shows them.
 */
public final class ShownImages {
  private final MongoCollection<Document> media;

  public ShownImages(MongoHandles handles) {
    this.media = handles.collection(CollectionName.MEDIA);
  }

  /**
   * Attaches a pending image.
   *
   * @param receiver of the message that shows it; empty for other purposes
   * @throws StaleVersionException if this owner has no such pending image for this purpose and
   *     receiver
   */
  public void attach(
      ClientSession session,
      MediaId id,
      AccountId owner,
      ImagePurpose purpose,
      Optional<AccountId> receiver) {
    Bson wanted =
        Filters.and(
            Filters.eq("_id", id.value()),
            Filters.eq("ownerId", owner.value()),
            receiver
                .map(person -> Filters.eq("receiverId", person.value()))
                .orElse(Filters.exists("receiverId", false)),
            purpose == ImagePurpose.DOCUMENT
                ? Filters.eq("document", true)
                : Filters.exists("document", false),
            Filters.eq("state", MediaState.PENDING.code()));
    if (media.updateOne(session, wanted, state(MediaState.ATTACHED)).getMatchedCount() == 0) {
      throw new StaleVersionException("image");
    }
  }

  public void discard(ClientSession session, MediaId id) {
    media.updateOne(session, shown(Filters.eq("_id", id.value())), state(MediaState.DISCARDED));
  }

  /** Discards all images of the owner, and returns how many changed. */
  public int discardOf(ClientSession session, AccountId owner) {
    return (int)
        media
            .updateMany(
                session, shown(Filters.eq("ownerId", owner.value())), state(MediaState.DISCARDED))
            .getModifiedCount();
  }

  static Bson shown(Bson which) {
    return Filters.and(
        which, Filters.in("state", MediaState.PENDING.code(), MediaState.ATTACHED.code()));
  }

  static Bson state(MediaState state) {
    return Updates.set("state", state.code());
  }
}
