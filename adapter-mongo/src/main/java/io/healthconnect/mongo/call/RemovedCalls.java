package io.healthconnect.mongo.call;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Removes the records of calls of erased people. A record is one document, so each goes whole. */
final class RemovedCalls {
  private final MongoHandles handles;
  private final MongoCollection<Document> calls;

  RemovedCalls(MongoHandles handles) {
    this.handles = handles;
    this.calls = handles.collection(CollectionName.CALLS);
  }

  int remove(AccountId person, int limit) {
    Bson ended = Filters.and(Filters.eq("people", person.value()), Filters.eq("live", false));
    return handles.run(
        () -> {
          List<Object> ids =
              calls
                  .find(ended)
                  .projection(Projections.include("_id"))
                  .hintString("log")
                  .limit(limit)
                  .map(call -> call.get("_id"))
                  .into(new ArrayList<>());
          return (int) calls.deleteMany(Filters.in("_id", ids)).getDeletedCount();
        });
  }
}
