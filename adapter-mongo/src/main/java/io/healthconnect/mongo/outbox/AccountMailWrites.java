package io.healthconnect.mongo.outbox;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.outbox.AccountMail;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Asks for mails about access to accounts, also as part of a transaction. */
public final class AccountMailWrites {
  private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> mails;
  private final boolean kept;

  public AccountMailWrites(MongoHandles handles) {
    this.mails = handles.collection(CollectionName.ACCOUNT_MAILS);
    this.kept = handles.keepsOutbox();
  }

  boolean isKept() {
    return kept;
  }

  /** Adds a wish unless nobody sends anything, or one stands for it. */
  public void ask(ClientSession session, AccountMail mail) {
    if (kept) {
      mails.updateOne(session, Filters.eq("_id", mail.id()), wish(mail), UPSERT);
    }
  }

  void ask(AccountMail mail) {
    if (kept) {
      mails.updateOne(Filters.eq("_id", mail.id()), wish(mail), UPSERT);
    }
  }

  /** One statement, whatever is there: the stored wish stays, or the new one takes its place. */
  @SuppressWarnings("JavaUtilDate") // The driver stores this type as a date.
  private static List<Bson> wish(AccountMail mail) {
    Date pause = Date.from(mail.askedAt().minus(AccountMail.PAUSE));
    Document stands = new Document("$gt", List.of("$askedAt", pause));
    Document wish = new Document("$literal", AccountMailDocuments.document(mail));
    return List.of(
        new Document("$replaceWith", new Document("$cond", List.of(stands, "$$ROOT", wish))));
  }

  /** Removes all of an account that is erased, and what was asked for at its address. */
  public void removeAll(ClientSession session, Account account) {
    mails.deleteMany(session, Filters.eq("accountId", account.id().value()));
    mails.deleteMany(session, Filters.eq("email", account.email().value()));
  }
}
