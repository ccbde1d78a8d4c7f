package io.healthconnect.mongo.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.schema.CollectionName;
import org.bson.Document;

/** Reads and writes of the reset tokens. */
final class ResetTokens extends AccountTokens<ResetToken> {
  ResetTokens(MongoHandles handles) {
    super(handles, CollectionName.RESET_TOKENS, "resetTokensMade", ResetToken.MOST);
  }

  @Override
  Document document(ResetToken token) {
    return new Document("_id", token.hash())
        .append("accountId", token.accountId().value())
        .append("createdAt", token.createdAt())
        .append("expiresAt", token.expiresAt());
  }

  @Override
  ResetToken token(Document document) {
    return new ResetToken(
        DocumentFields.text(document, "_id"),
        new AccountId(DocumentFields.text(document, "accountId")),
        DocumentFields.instant(document, "createdAt"),
        DocumentFields.instant(document, "expiresAt"));
  }
}
