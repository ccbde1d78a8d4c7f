package io.healthconnect.mongo.presence;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.presence.PresenceView.Holder;
import org.bson.Document;

/** Maps devices to documents, each with the node that holds its connection. */
final class PresenceDocuments {
  private PresenceDocuments() {}

  static Document write(DeviceId device, Holder holder) {
    return new Document("_id", device.value())
        .append("accountId", holder.account().value())
        .append("nodeId", holder.node());
  }

  /** A document that says that the device will not come back; it is removed right after. */
  static Document writeLast(DeviceId device, Holder holder) {
    return write(device, holder).append("last", true);
  }

  static boolean isLast(Document document) {
    return document.getBoolean("last", false);
  }

  static DeviceId device(Document document) {
    return new DeviceId(document.getString("_id"));
  }

  static Holder holder(Document document) {
    return new Holder(new AccountId(document.getString("accountId")), document.getString("nodeId"));
  }
}
