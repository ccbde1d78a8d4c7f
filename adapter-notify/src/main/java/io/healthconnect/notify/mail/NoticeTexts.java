package io.healthconnect.notify.mail;

import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.words.NoticeWords;
import io.healthconnect.notify.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Words the mails about notices. */
final class NoticeTexts {
  private NoticeTexts() {}

  static MailText of(NoticeMail mail, URI site) {
    Words words = Words.of(mail.reader().language());
    NoticeWords notice =
        NoticeWords.of(mail.kind(), mail.reader(), mail.from(), mail.own(), mail.visit());
    String subject = notice.subject();
    String sentence = notice.sentence();
    String who = notice.who();
    Optional<String> when = notice.when();
    String link = site + notice.page();
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
}
