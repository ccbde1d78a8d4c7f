package io.healthconnect.mongo.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Maps what people have chosen about notices. */
final class SettingsDocuments {
  private static final String KINDS = "kinds";
  private static final String MAIL = "mail";
  private static final String PUSH = "push";
  private static final String MINUTES = "reminderMinutes";

  private SettingsDocuments() {}

  static Document document(AccountId account, NoticeSettings settings) {
    Document kinds = new Document();
    settings
        .kinds()
        .forEach(
            (kind, to) ->
                kinds.append(kind.code(), new Document(MAIL, to.mail()).append(PUSH, to.push())));
    return new Document("_id", account.value())
        .append(KINDS, kinds)
        .append(MINUTES, settings.reminderMinutes());
  }

  static NoticeSettings settings(Document document) {
    Document stored = DocumentFields.part(document, KINDS);
    Map<NoticeKind, NoticeChannels> kinds = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      Optional<Document> to = DocumentFields.optionalPart(stored, kind.code());
      to.ifPresent(
          each ->
              kinds.put(
                  kind,
                  new NoticeChannels(
                      DocumentFields.flag(each, MAIL), DocumentFields.flag(each, PUSH))));
    }
    return new NoticeSettings(kinds, List.copyOf(document.getList(MINUTES, Integer.class)));
  }
}
