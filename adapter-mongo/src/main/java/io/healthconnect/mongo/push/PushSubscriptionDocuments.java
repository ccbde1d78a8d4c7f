package io.healthconnect.mongo.push;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.mongo.db.DocumentFields;
import java.time.Instant;
import org.bson.Document;

/** Maps subscriptions to documents. */
final class PushSubscriptionDocuments {
  private PushSubscriptionDocuments() {}

  /**
   * @param expiresAt when the session ends by itself
   */
  static Document document(PushSubscription subscription, Instant expiresAt) {
    return new Document("_id", subscription.id().value())
        .append("accountId", subscription.account().value())
        .append("sessionId", subscription.session().value())
        .append("endpoint", subscription.endpoint().value().toString())
        .append("p256dh", subscription.keys().p256dh())
        .append("auth", subscription.keys().auth())
        .append("createdAt", subscription.createdAt())
        .append("expiresAt", expiresAt);
  }

  static PushSubscription subscription(Document document) {
    return new PushSubscription(
        new AccountId(DocumentFields.text(document, "accountId")),
        new SessionId(DocumentFields.text(document, "sessionId")),
        PushEndpoint.restore(DocumentFields.text(document, "endpoint")),
        new PushKeys(
            DocumentFields.text(document, "p256dh"), DocumentFields.text(document, "auth")),
        DocumentFields.instant(document, "createdAt"));
  }
}
