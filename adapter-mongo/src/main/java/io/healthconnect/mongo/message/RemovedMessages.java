package io.healthconnect.mongo.message;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.media.ShownImages;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Removes the messages of erased people, as part of a transaction. A conversation is found by its
 * latest message, which goes last.
 */
final class RemovedMessages {
  private final MongoCollection<Document> messages;
  private final ShownImages images;

  RemovedMessages(MongoHandles handles) {
    this.messages = handles.collection(CollectionName.MESSAGES);
    this.images = new ShownImages(handles);
  }

  int remove(ClientSession session, AccountId person, int limit) {
    int removed = 0;
    while (removed < limit) {
      Optional<String> conversation = conversation(session, person);
      if (conversation.isEmpty()) {
        break;
      }
      removed += removeOldest(session, conversation.get(), limit - removed);
    }
    return removed;
  }

  private Optional<String> conversation(ClientSession session, AccountId person) {
    return Optional.ofNullable(
            messages
                .find(session, Conversations.filter(person, Optional.empty()))
                .projection(Projections.include("conversation"))
                .hintString("heads")
                .first())
        .map(message -> DocumentFields.text(message, "conversation"));
  }

  private int removeOldest(ClientSession session, String conversation, int limit) {
    List<Document> oldest =
        messages
            .find(session, Filters.eq("conversation", conversation))
            .projection(Projections.include("image.id", "document.id"))
            .sort(Sorts.ascending("seq"))
            .limit(limit)
            .into(new ArrayList<>());
    for (Document message : oldest) {
      Optional.ofNullable(message.get("image", Document.class))
          .or(() -> Optional.ofNullable(message.get("document", Document.class)))
          .map(file -> new MediaId(DocumentFields.text(file, "id")))
          .ifPresent(file -> images.discard(session, file));
    }
    List<Object> ids = oldest.stream().map(message -> message.get("_id")).toList();
    return (int) messages.deleteMany(session, Filters.in("_id", ids)).getDeletedCount();
  }
}
