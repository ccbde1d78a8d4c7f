package io.healthconnect.domain.notice;

import io.healthconnect.domain.message.Message;
import java.util.List;
import java.util.Optional;

/** Makes messages news to those who were away when they came. */
public final class MessageNotices {
  private MessageNotices() {}

  /** The notices of a message whose receiver is away. */
  public static List<NoticeDraft> ofMissed(Message message) {
    return List.of(
        new NoticeDraft(
            message.receiver(),
            NoticeKind.NEW_MESSAGE,
            message.createdAt(),
            Optional.empty(),
            Optional.of(message.sender())));
  }
}
