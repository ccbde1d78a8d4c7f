package io.healthconnect.mongo.account;

import com.mongodb.client.ClientSession;
import com.mongodb.client.model.Filters;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailToken;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import org.bson.Document;

/** Reads and writes of the tokens that confirm addresses. */
final class EmailTokens extends AccountTokens<EmailToken> {
  EmailTokens(MongoHandles handles) {
    super(handles, CollectionName.EMAIL_TOKENS, "emailTokensMade", EmailToken.MOST);
  }

  void removeOf(ClientSession session, EmailToken spent) {
    tokens.deleteMany(
        session,
        Filters.and(
            Filters.eq("accountId", spent.accountId().value()),
            Filters.eq("email", spent.email().value())));
  }

  @Override
  Document document(EmailToken token) {
    return new Document("_id", token.hash())
        .append("accountId", token.accountId().value())
        .append("email", token.email().value())
        .append("createdAt", token.createdAt())
        .append("expiresAt", token.expiresAt());
  }

  @Override
  EmailToken token(Document document) {
    return new EmailToken(
        DocumentFields.text(document, "_id"),
        new AccountId(DocumentFields.text(document, "accountId")),
        new Email(DocumentFields.text(document, "email")),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.instant(document, "expiresAt"));
  }
}
