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
    String link = site + mail.visit().map(visit -> "/visits/" + visit.id().value()).orElse("/");
    String open = words.get("open");
    String why = words.get("why").replace("{site}", site.getHost());

    List<String> plain = new ArrayList<>();
    plain.add(sentence.replace("{who}", Html.isolated(who)));
    when.ifPresent(plain::add);
    plain.add(open + "\n" + link);
    plain.add(why);
    List<String> html = new ArrayList<>();
    html.add(Html.paragraph(sentence, who));
    when.map(Html::paragraph).ifPresent(html::add);
    html.add(Html.button(link, open));
    html.add(Html.small(why));
    return new MailText(
        subject,
        String.join("\n\n", plain) + "\n",
        Html.page(mail.reader().language().code(), subject, String.join("", html)));
  }

  /** Some sentences have another form when nobody made the change, or nobody who is still there. */
  private static String key(NoticeMail mail, Words words) {
    String key = mail.kind().code();
    String impersonal = key + ".impersonal";
    return mail.from().isEmpty() && words.has(impersonal) ? impersonal : key + ".text";
  }
}
