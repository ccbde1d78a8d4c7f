package io.healthconnect.application.notice;

import io.healthconnect.domain.Result;
import io.healthconnect.domain.notice.MailSubscription;

/** Stops the mails of one kind to one person, for whoever has the token of such a mail. */
public interface StopMails {
  Result<MailSubscription, Refusal> stopMails(Command command);

  /**
   * @param token as it was sent, whatever it is
   */
  record Command(String token) {
    @Override
    public String toString() {
      return "StopMails.Command[hidden]";
    }
  }

  /** Why mails go on. */
  enum Refusal {
    /** Made up, of nobody, or for warnings, which only whoever is logged in may stop. */
    INVALID_TOKEN
  }
}
