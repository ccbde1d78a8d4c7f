package io.healthconnect.notify.mail;

import io.healthconnect.domain.outbox.Delivery;
import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** What the answers of a mail server mean (RFC 5321, section 4.2). */
final class SmtpAnswers {
  private static final int LATER = 400;
  private static final int CLOSING = 421;
  private static final int FOR_GOOD = 500;

  private SmtpAnswers() {}

  /**
   * What became of a mail with one receiver. A server that does not let us send at all, or says
   * nothing more, accepts no other mail either.
   */
  static Delivery outcome(MessagingException failure) {
    OptionalInt ofMail = OptionalInt.empty();
    for (Exception each = failure; each != null; each = next(each)) {
      if (each instanceof SMTPAddressFailedException refused) {
        return outcome(refused.getReturnCode());
      }
      if (each instanceof SMTPSendFailedException refused) {
        if (refused.getCommand().startsWith("MAIL")) {
          return Delivery.UNREACHABLE;
        }
        ofMail = OptionalInt.of(refused.getReturnCode());
      }
    }
    return ofMail.isPresent() ? outcome(ofMail.getAsInt()) : Delivery.UNREACHABLE;
  }

  private static Delivery outcome(int code) {
    if (code >= FOR_GOOD) {
      return Delivery.REFUSED;
    }
    return code < LATER || code == CLOSING ? Delivery.UNREACHABLE : Delivery.DEFERRED;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException known ? known.getNextException() : null;
  }

  /** For the log: what kind of failure it is, and the code, but no words, which may name people. */
  static String inShort(MessagingException failure) {
    StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
    for (Exception each = next(failure); each != null; each = next(each)) {
      text.append(", ").append(each.getClass().getSimpleName());
    }
    if (failure instanceof SMTPSendFailedException refused) {
      text.append(", code ").append(refused.getReturnCode());
    }
    return text.toString();
  }
}
