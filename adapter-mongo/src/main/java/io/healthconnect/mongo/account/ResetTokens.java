package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;

/** Reads and writes of the reset tokens. */
final class ResetTokens {
  private final MongoCollection<Document> tokens;
  private final MongoCollection<Document> accounts;

  ResetTokens(MongoHandles handles) {
    this.tokens = handles.collection(CollectionName.RESET_TOKENS);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
  }

  /** Counting up makes two of these, and this and a change of the password, collide. */
  boolean add(ClientSession session, ResetToken token) {
    boolean known =
        accounts
                .updateOne(
                    session,
                    Filters.eq("_id", token.accountId().value()),
                    Updates.inc("resetTokensMade", 1L))
                .getMatchedCount()
            == 1;
    if (!known) {
      throw new IllegalStateException("there is no such account");
    }
    tokens.insertOne(session, document(token));
    tokens
        .find(session, Filters.eq("accountId", token.accountId().value()))
        .projection(Projections.include("_id"))
        .sort(Sorts.orderBy(Sorts.descending("createdAt"), Sorts.descending("_id")))
        .skip(ResetToken.MOST)
        .into(new ArrayList<>())
        .forEach(oldest -> tokens.deleteOne(session, Filters.eq("_id", oldest.get("_id"))));
    return true;
  }

  Optional<ResetToken> find(String hash) {
    return Optional.ofNullable(tokens.find(Filters.eq("_id", hash)).first())
        .map(ResetTokens::token);
  }

  /** The token, if it is there and has not expired. Two that spend it collide in its account. */
  Optional<ResetToken> valid(ClientSession session, String hash, Instant now) {
    return Optional.ofNullable(
            tokens
                .find(session, Filters.and(Filters.eq("_id", hash), Filters.gt("expiresAt", now)))
                .first())
        .map(ResetTokens::token);
  }

  void removeAll(ClientSession session, AccountId accountId) {
    tokens.deleteMany(session, Filters.eq("accountId", accountId.value()));
  }

  int purge(Instant now) {
    return (int) tokens.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount();
  }

  private static Document document(ResetToken token) {
    return new Document("_id", token.hash())
        .append("accountId", token.accountId().value())
        .append("createdAt", token.createdAt())
        .append("expiresAt", token.expiresAt());
  }

  private static ResetToken token(Document document) {
    return new ResetToken(
        DocumentFields.text(document, "_id"),
        new AccountId(DocumentFields.text(document, "accountId")),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.instant(document, "expiresAt"));
  }
}
