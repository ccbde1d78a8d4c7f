package io.healthconnect.notify.mail;

import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMailKind;
import io.healthconnect.notify.words.Words;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words the mails about access to accounts. They name nobody: the address may be a stranger's. The
 * secret stands in the fragment of the link, which browsers send to no server.
 */
final class AccountTexts {
  private AccountTexts() {}

  static MailText of(AccountLetter letter, URI site) {
    Words words = Words.of(letter.language());
    String kind = "account." + letter.kind().code();
    String subject = words.get(kind + ".subject");
    String sentence = words.get(kind + ".text").replace("{site}", site.getHost());
    String otherwise = words.get(kind + ".otherwise");
    Optional<String> link = letter.secret().map(secret -> site + page(letter.kind()) + secret);

    List<String> plain = new ArrayList<>();
    List<String> html = new ArrayList<>();
    plain.add(sentence);
    html.add(Html.paragraph(sentence));
    if (link.isPresent()) {
      String open = words.get(kind + ".open");
      String once = words.get("account.once");
      plain.add(open + "\n" + link.get());
      plain.add(once);
      html.add(Html.button(link.get(), open));
      html.add(Html.paragraph(once));
    }
    plain.add(otherwise);
    html.add(Html.small(otherwise));
    return new MailText(
        subject,
        String.join("\n\n", plain) + "\n",
        Html.page(letter.language().code(), subject, String.join("", html)));
  }

  private static String page(AccountMailKind kind) {
    return switch (kind) {
      case PASSWORD_RESET -> "/reset#";
      case EMAIL_CONFIRMATION, EMAIL_CHANGE, EMAIL_CHANGED -> "/verify#";
    };
  }
}
