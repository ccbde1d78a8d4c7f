package io.healthconnect.notify.mail;

import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.words.SafeNames;
import io.healthconnect.notify.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words the mails about notices. A subject names nobody, since it is shown on locked screens, and
 * what people write themselves is in no mail, except their names.
 */
final class NoticeTexts {
  private NoticeTexts() {}

  static MailText of(NoticeMail mail, URI site) {
    Words words = Words.of(mail.reader().language());
    String subject = words.get(mail.kind().code() + ".subject");
    String sentence = words.get(key(mail, words));
    String who = mail.from().flatMap(SafeNames::of).orElseGet(() -> words.get("somebody"));
    Optional<String> when =
        mail.visit()
            .map(visit -> words.get("when").replace("{time}", VisitTimes.of(visit, mail.reader())));
    String link = site + page(mail);
    Optional<String> stopLink = stopLink(mail, site);
    String stop = words.get("stop");
    String open = words.get("open");
    String why = words.get("why").replace("{site}", site.getHost());

    List<String> plain = new ArrayList<>();
    plain.add(sentence.replace("{who}", Html.isolated(who)));
    when.ifPresent(plain::add);
    plain.add(open + "\n" + link);
    plain.add(why);
    stopLink.ifPresent(each -> plain.add(stop + "\n" + each));
    List<String> html = new ArrayList<>();
    html.add(Html.paragraph(sentence, who));
    when.map(Html::paragraph).ifPresent(html::add);
    html.add(Html.button(link, open));
    html.add(Html.small(why));
    stopLink.ifPresent(each -> html.add(Html.smallLink(each, stop)));
    return new MailText(
        subject,
        String.join("\n\n", plain) + "\n",
        Html.page(mail.reader().language().code(), subject, String.join("", html)));
  }

  /** Stops mails of this kind when it is posted to, and is a page that offers this for people. */
  static Optional<String> stopLink(NoticeMail mail, URI site) {
    return mail.unsubscribeToken().map(token -> site + "/unsubscribe/" + token);
  }

  private static String page(NoticeMail mail) {
    return switch (mail.kind()) {
      case MISSED_CALL -> "/calls";
      case NEW_MESSAGE -> "/messages";
      case NEW_SIGN_IN, PASSWORD_CHANGED, DATA_READ -> "/me";
      case VISIT_REQUESTED,
          VISIT_CONFIRMED,
          VISIT_DECLINED,
          VISIT_MOVED,
          VISIT_CANCELLED,
          RUNNING_LATE,
          DOCTOR_UNAVAILABLE,
          VISIT_REMINDER,
          REVIEW_RECEIVED ->
          mail.visit().map(visit -> "/visits/" + visit.id().value()).orElse("/");
    };
  }

  /**
   * Some sentences have another form when the reader made the change, or nobody did, or nobody who
   * is still there.
   */
  private static String key(NoticeMail mail, Words words) {
    String key = mail.kind().code();
    if (mail.own()) {
      return key + ".own";
    }
    String impersonal = key + ".impersonal";
    return mail.from().isEmpty() && words.has(impersonal) ? impersonal : key + ".text";
  }
}
