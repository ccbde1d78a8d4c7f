package io.healthconnect.notify.mail;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.calendar.Invitations;
import io.healthconnect.notify.calendar.Invitations.Invitation;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;

/**
 * Turns what a mail says into a message with a plain and an HTML part, and for appointments one
 * that calendars understand.
 */
final class MailMessages {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSender from;
  private final URI site;
  private final Clock clock;
  private final Invitations invitations;

  MailMessages(MailSender from, URI site, Clock clock) {
    this.from = from;
    this.site = site;
    this.clock = clock;
    this.invitations = new Invitations(site, from.name(), from.address());
  }

  /**
   * @throws MessagingException if no mail can be addressed to the receiver
   */
  Message of(NoticeMail mail, Session session) throws MessagingException {
    MailText text = NoticeTexts.of(mail, site);
    MimeMessage message =
        empty(session, messageId(mail), mail.to(), text, mail.reader().language());
    Optional<String> stop = NoticeTexts.stopLink(mail, site);
    if (stop.isPresent()) {
      message.setHeader("List-Unsubscribe", '<' + stop.get() + '>');
    }
    if (stop.isPresent() && "https".equals(site.getScheme())) {
      // Mail programs may stop mails of this kind by themselves (RFC 8058).
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    MimeMultipart parts = alternatives(text);
    Optional<Invitation> invitation = invitations.of(mail);
    if (invitation.isPresent()) {
      parts.addBodyPart(part(invitation.get()));
    }
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  /**
   * Nobody can stop mails about access to an account.
   *
   * @throws MessagingException if no mail can be addressed to the receiver
   */
  Message of(AccountLetter letter, Session session) throws MessagingException {
    MailText text = AccountTexts.of(letter, site);
    String id = '<' + letter.id() + ".account@" + from.domain() + '>';
    MimeMessage message = empty(session, id, letter.to(), text, letter.language());
    message.setContent(alternatives(text));
    message.saveChanges();
    return message;
  }

  private MimeMessage empty(Session session, String id, Email to, MailText text, Language language)
      throws MessagingException {
    MimeMessage message = new NamedMessage(session, id);
    message.setFrom(sender());
    message.setRecipient(Message.RecipientType.TO, receiver(to));
    message.setSubject(text.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", language.code());
    // Absence notes and the like are not wanted (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  /** The same for each try, so that mail programs can tell that two are one. */
  private String messageId(NoticeMail mail) {
    return '<' + mail.id().replace(':', '.') + ".notice@" + from.domain() + '>';
  }

  private InternetAddress sender() throws MessagingException {
    try {
      return new InternetAddress(from.address(), from.name(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new MessagingException("UTF-8 is missing", e);
    }
  }

  /** A domain in any script is sent in ASCII; before the {@code @} there must be ASCII. */
  private static InternetAddress receiver(Email email) throws MessagingException {
    String address = email.value();
    int at = address.lastIndexOf('@');
    String ascii;
    try {
      ascii = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException e) {
      throw new MessagingException("a domain that cannot be written in ASCII", e);
    }
    if (!ascii.matches("[!-~]+")) {
      throw new MessagingException("an address that is not ASCII");
    }
    return new InternetAddress(ascii, true);
  }

  private static MimeMultipart alternatives(MailText text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text.plain(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(text.html(), UTF_8, "html");
    return new MimeMultipart("alternative", plain, html);
  }

  /** The parameter {@code method} is what makes mail programs offer it to the calendar. */
  private static MimeBodyPart part(Invitation invitation) throws MessagingException {
    InternetHeaders headers = new InternetHeaders();
    headers.setHeader(
        "Content-Type", "text/calendar; charset=UTF-8; method=" + invitation.method());
    headers.setHeader("Content-Transfer-Encoding", "base64");
    byte[] text = invitation.text().getBytes(StandardCharsets.UTF_8);
    return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(text));
  }

  /** A message whose identifier the library does not replace. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
