package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;

/** Reads and writes of the tokens that confirm addresses. */
final class EmailTokens {
  private final MongoCollection<Document> tokens;
  private final MongoCollection<Document> accounts;

  EmailTokens(MongoHandles handles) {
    this.tokens = handles.collection(CollectionName.EMAIL_TOKENS);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
  }

  /** Counting up makes two of these collide, and this and an erasure. */
  boolean add(ClientSession session, EmailToken token) {
    boolean known =
        accounts
                .updateOne(
                    session,
                    Filters.eq("_id", token.accountId().value()),
                    Updates.inc("emailTokensMade", 1L))
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
        .skip(EmailToken.MOST)
        .into(new ArrayList<>())
        .forEach(oldest -> tokens.deleteOne(session, Filters.eq("_id", oldest.get("_id"))));
    return true;
  }

  Optional<EmailToken> find(String hash) {
    return Optional.ofNullable(tokens.find(Filters.eq("_id", hash)).first())
        .map(EmailTokens::token);
  }

  /** The token, if it is there and has not expired. Two that spend it collide in its account. */
  Optional<EmailToken> valid(ClientSession session, String hash, Instant now) {
    return Optional.ofNullable(
            tokens
                .find(session, Filters.and(Filters.eq("_id", hash), Filters.gt("expiresAt", now)))
                .first())
        .map(EmailTokens::token);
  }

  void removeAll(ClientSession session, AccountId accountId) {
    tokens.deleteMany(session, Filters.eq("accountId", accountId.value()));
  }

  void removeOf(ClientSession session, EmailToken spent) {
    tokens.deleteMany(
        session,
        Filters.and(
            Filters.eq("accountId", spent.accountId().value()),
            Filters.eq("email", spent.email().value())));
  }

  int purge(Instant now) {
    return (int) tokens.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount();
  }

  private static Document document(EmailToken token) {
    return new Document("_id", token.hash())
        .append("accountId", token.accountId().value())
        .append("email", token.email().value())
        .append("createdAt", token.createdAt())
        .append("expiresAt", token.expiresAt());
  }

  private static EmailToken token(Document document) {
    return new EmailToken(
        DocumentFields.text(document, "_id"),
        new AccountId(DocumentFields.text(document, "accountId")),
        new Email(DocumentFields.text(document, "email")),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.instant(document, "expiresAt"));
  }
}
