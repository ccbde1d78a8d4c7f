package io.healthconnect.mongo.notice;

import com.mongodb.client.model.Updates;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Maps what people have chosen about notices. */
final class SettingsDocuments {
  private static final String KINDS = "kinds";
  private static final String MAIL = "mail";
  private static final String PUSH = "push";
  private static final String MINUTES = "reminderMinutes";

  private SettingsDocuments() {}

  /** Sets each choice by itself; those about kinds of a newer release stay. */
  static Bson update(NoticeSettings settings) {
    List<Bson> updates = new ArrayList<>();
    updates.add(Updates.set(MINUTES, settings.reminderMinutes()));
    settings
        .kinds()
        .forEach(
            (kind, to) -> {
              String choice = KINDS + "." + kind.code() + ".";
              updates.add(Updates.set(choice + MAIL, to.mail()));
              updates.add(Updates.set(choice + PUSH, to.push()));
            });
    return Updates.combine(updates);
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
