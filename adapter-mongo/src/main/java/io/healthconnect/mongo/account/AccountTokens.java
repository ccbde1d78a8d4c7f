package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.Document;

/**
 * Reads and writes of the tokens of one kind, each of an account and spent once.
 *
 * @param <T> a token of that kind
 */
abstract class AccountTokens<T> {
  /** By the hash of their secret. */
  final MongoCollection<Document> tokens;

  private final MongoCollection<Document> accounts;
  private final String made;
  private final int most;

  /**
   * @param made the member of the account that counts its tokens
   * @param most tokens of one account
   */
  AccountTokens(MongoHandles handles, CollectionName name, String made, int most) {
    this.tokens = handles.collection(name);
    this.accounts = handles.collection(CollectionName.ACCOUNTS);
    this.made = made;
    this.most = most;
  }

  abstract Document document(T token);

  abstract T token(Document document);

  /** Counting up makes two of these collide, and this and another change of the account. */
  final boolean add(ClientSession session, T token) {
    Document document = document(token);
    String account = DocumentFields.text(document, "accountId");
    boolean known =
        accounts
                .updateOne(session, Filters.eq("_id", account), Updates.inc(made, 1L))
                .getMatchedCount()
            == 1;
    if (!known) {
      throw new IllegalStateException("there is no such account");
    }
    tokens.insertOne(session, document);
    tokens
        .find(session, Filters.eq("accountId", account))
        .projection(Projections.include("_id"))
        .sort(Sorts.orderBy(Sorts.descending("createdAt"), Sorts.descending("_id")))
        .skip(most)
        .into(new ArrayList<>())
        .forEach(oldest -> tokens.deleteOne(session, Filters.eq("_id", oldest.get("_id"))));
    return true;
  }

  final Optional<T> find(String hash) {
    return Optional.ofNullable(tokens.find(Filters.eq("_id", hash)).first()).map(this::token);
  }

  /** The token, if it is there and has not expired. Two that spend it collide in its account. */
  final Optional<T> valid(ClientSession session, String hash, Instant now) {
    return Optional.ofNullable(
            tokens
                .find(session, Filters.and(Filters.eq("_id", hash), Filters.gt("expiresAt", now)))
                .first())
        .map(this::token);
  }

  final void removeAll(ClientSession session, AccountId accountId) {
    tokens.deleteMany(session, Filters.eq("accountId", accountId.value()));
  }

  final int purge(Instant now) {
    return (int) tokens.deleteMany(Filters.lt("expiresAt", now)).getDeletedCount();
  }
}
