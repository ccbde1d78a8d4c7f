package io.healthconnect.notify.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMailKind;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.NoticeMail;
import io.healthconnect.notify.calendar.Invitations;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sends to a real mail server, GreenMail, and to one that fails in front of it. */
@Timeout(60)
final class SmtpMailerTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final NoticeMail MAIL = Mails.confirmed(Mails.ENGLISH);

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
          });

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Delivery send(String address, NoticeMail mail, Duration longest, Properties more) {
    try (SmtpMailer mailer =
        new SmtpMailer(SmtpAddress.parse(address), Mails.messages(), longest, more)) {
      return mailer.send(mail);
    }
  }

  private static Delivery send(int port, NoticeMail mail) {
    return send("smtp://127.0.0.1:" + port + "?tls=none", mail, LONG, new Properties());
  }

  private int port() {
    return server.getSmtp().getPort();
  }

  private int received() {
    return server.getReceivedMessages().length;
  }

  private Delivery sendThrough(Function<String, Optional<FaultyServer.Rule>> rules)
      throws Exception {
    return sendThrough(rules, LONG);
  }

  private Delivery sendThrough(
      Function<String, Optional<FaultyServer.Rule>> rules, Duration longest) throws Exception {
    try (FaultyServer faulty = new FaultyServer(port(), rules)) {
      return send(
          "smtp://127.0.0.1:" + faulty.port() + "?tls=none", MAIL, longest, new Properties());
    }
  }

  @Test
  void sendsMailsAboutAccessThatNobodyCanStop() throws Exception {
    AccountLetter letter =
        new AccountLetter(
            "abc",
            AccountMailKind.PASSWORD_RESET,
            new Email("nina@example.org"),
            Language.ES,
            Optional.of("s3cret"));
    try (SmtpMailer mailer =
        new SmtpMailer(
            SmtpAddress.parse("smtp://127.0.0.1:" + port() + "?tls=none"),
            Mails.messages(),
            LONG,
            new Properties())) {
      assertEquals(Delivery.SENT, mailer.send(letter));
    }
    MimeMessage message = server.getReceivedMessages()[0];
    assertEquals("nina@example.org", message.getAllRecipients()[0].toString());
    assertEquals("<abc.account@clinic.example>", message.getMessageID());
    assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
    assertNull(message.getHeader("List-Unsubscribe"));
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertEquals(2, parts.getCount());
    assertTrue(
        ((String) parts.getBodyPart(0).getContent())
            .contains("https://clinic.example/reset#s3cret"));
  }

  private static Function<String, Optional<FaultyServer.Rule>> on(
      String command, Optional<FaultyServer.Rule> rule) {
    return line -> line.startsWith(command) ? rule : Optional.empty();
  }

  @Test
  void sendsBothPartsWithTheHeadersOfAnAutomaticMail() throws Exception {
    assertEquals(Delivery.SENT, send(port(), Mails.confirmed(Mails.SPANISH)));
    MimeMessage message = server.getReceivedMessages()[0];
    assertEquals("The Clinic <clinic@clinic.example>", message.getFrom()[0].toString());
    assertEquals("nina@example.org", message.getAllRecipients()[0].toString());
    assertEquals("Su cita est\u00e1 confirmada", message.getSubject());
    assertEquals("<p1.7.notice@clinic.example>", message.getMessageID());
    assertEquals("auto-generated", message.getHeader("Auto-Submitted", null));
    assertEquals("es", message.getHeader("Content-Language", null));
    assertEquals(Mails.CLOCK.instant(), message.getSentDate().toInstant());
    MimeMultipart parts = (MimeMultipart) message.getContent();
    assertTrue(parts.getContentType().startsWith("multipart/alternative"));
    assertEquals(3, parts.getCount());
    assertTrue(parts.getBodyPart(0).getContentType().startsWith("text/plain"));
    assertTrue(parts.getBodyPart(1).getContentType().startsWith("text/html"));
    MailText text = NoticeTexts.of(Mails.confirmed(Mails.SPANISH), Mails.SITE);
    assertEquals(
        text.plain().strip(),
        ((String) parts.getBodyPart(0).getContent()).replace("\r", "").strip());
    assertEquals(
        text.html().strip(),
        ((String) parts.getBodyPart(1).getContent()).replace("\r", "").strip());
  }

  /** RFC 8058: mail programs post to the link by themselves, over TLS alone. */
  @Test
  void saysHowToStopMailsOfItsKind() throws Exception {
    assertEquals(Delivery.SENT, send(port(), Mails.confirmed(Mails.ENGLISH)));
    MimeMessage message = server.getReceivedMessages()[0];
    assertEquals(
        "<https://clinic.example/unsubscribe/token>", message.getHeader("List-Unsubscribe", null));
    assertEquals("List-Unsubscribe=One-Click", message.getHeader("List-Unsubscribe-Post", null));
    Message clear =
        Mails.clearMessages()
            .of(Mails.confirmed(Mails.ENGLISH), Session.getInstance(new Properties()));
    assertEquals(
        List.of("<http://localhost:8080/unsubscribe/token>"),
        List.of(clear.getHeader("List-Unsubscribe")));
    assertNull(clear.getHeader("List-Unsubscribe-Post"));
  }

  @Test
  void offersTheAppointmentToTheCalendar() throws Exception {
    send(port(), Mails.confirmed(Mails.ENGLISH));
    MimeMessage message = server.getReceivedMessages()[0];
    BodyPart calendar = ((MimeMultipart) message.getContent()).getBodyPart(2);
    assertEquals("text/calendar; charset=UTF-8; method=REQUEST", calendar.getContentType());
    String text = new String(calendar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Invitations invitations =
        new Invitations(Mails.SITE, Mails.SENDER.name(), Mails.SENDER.address());
    assertEquals(invitations.of(Mails.confirmed(Mails.ENGLISH)).orElseThrow().text(), text);
  }

  @Test
  void hasNothingForTheCalendarInOtherMails() throws Exception {
    send(port(), Mails.of(NoticeKind.REVIEW_RECEIVED, Mails.ENGLISH, Optional.empty()));
    MimeMultipart parts = (MimeMultipart) server.getReceivedMessages()[0].getContent();
    assertEquals(2, parts.getCount());
  }

  @Test
  void writesDomainsOfOtherScriptsInAscii() throws Exception {
    assertEquals(Delivery.SENT, send(port(), Mails.to("nina@b\u00fccher.example")));
    assertEquals(
        "nina@xn--bcher-kva.example",
        server.getReceivedMessages()[0].getAllRecipients()[0].toString());
  }

  @Test
  void refusesAnAddressThatCannotBeWritten() {
    assertEquals(Delivery.REFUSED, send(port(), Mails.to("\u00f1@example.org")));
    assertEquals(0, received());
  }

  @Test
  void sendsNothingInClearTextUnlessAllowed() {
    String address = "smtp://127.0.0.1:" + port();
    assertEquals(Delivery.UNREACHABLE, send(address, MAIL, LONG, new Properties()));
    assertEquals(0, received());
  }

  @Test
  void sendsNothingToAServerWhoseCertificateIsNotValid() {
    String address = "smtps://127.0.0.1:" + server.getSmtps().getPort();
    assertEquals(Delivery.UNREACHABLE, send(address, MAIL, LONG, new Properties()));
    assertEquals(0, received());
    Properties trusting = new Properties();
    trusting.setProperty("mail.smtps.ssl.trust", "*");
    assertEquals(Delivery.UNREACHABLE, send(address, MAIL, LONG, trusting), "another host");
    assertEquals(0, received());
    trusting.setProperty("mail.smtps.ssl.checkserveridentity", "false");
    assertEquals(Delivery.SENT, send(address, MAIL, LONG, trusting));
    assertEquals(1, received());
  }

  @Test
  void logsInWithItsPassword() {
    server.setUser("clinic@clinic.example", "clinic", "right");
    String at = "@127.0.0.1:" + port() + "?tls=none";
    assertEquals(
        Delivery.UNREACHABLE, send("smtp://clinic:wrong" + at, MAIL, LONG, new Properties()));
    assertEquals(0, received());
    assertEquals(Delivery.SENT, send("smtp://clinic:right" + at, MAIL, LONG, new Properties()));
  }

  @Test
  void waitsForTheEndOfAGreylisting() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Function<String, Optional<FaultyServer.Rule>> greylist =
        line ->
            line.startsWith("RCPT") && asked.incrementAndGet() == 1
                ? FaultyServer.Rule.answer("450 4.2.0 Greylisted, try again")
                : Optional.empty();
    assertEquals(Delivery.DEFERRED, sendThrough(greylist));
    assertEquals(0, received());
    assertEquals(Delivery.SENT, sendThrough(greylist));
    assertEquals(1, received());
  }

  @Test
  void tellsRefusedMailsFromServersThatAcceptNone() throws Exception {
    assertEquals(
        Delivery.REFUSED, sendThrough(on("RCPT", FaultyServer.Rule.answer("550 5.1.1 Nobody"))));
    assertEquals(
        Delivery.REFUSED, sendThrough(on(".", FaultyServer.Rule.answer("554 5.7.1 Spam"))));
    assertEquals(
        Delivery.DEFERRED, sendThrough(on(".", FaultyServer.Rule.answer("452 4.3.1 Disk full"))));
    assertEquals(
        Delivery.UNREACHABLE,
        sendThrough(on("MAIL", FaultyServer.Rule.answer("550 5.7.1 Not from you"))));
    assertEquals(
        Delivery.UNREACHABLE,
        sendThrough(on("MAIL", FaultyServer.Rule.answer("530 5.7.0 Log in first"))));
    assertEquals(
        Delivery.UNREACHABLE,
        sendThrough(on("RCPT", FaultyServer.Rule.answer("421 4.3.2 Shutting down"))));
    assertEquals(0, received());
  }

  @Test
  void survivesAServerThatBreaksOffAnywhere() throws Exception {
    Optional<FaultyServer.Rule> breaks = FaultyServer.Rule.fault(FaultyServer.Fault.BREAKS_OFF);
    Function<String, Optional<FaultyServer.Rule>> greeting =
        line -> line.isEmpty() ? breaks : Optional.empty();
    assertEquals(Delivery.UNREACHABLE, sendThrough(greeting));
    for (String command : new String[] {"EHLO", "MAIL", "RCPT", "DATA", "."}) {
      assertEquals(Delivery.UNREACHABLE, sendThrough(on(command, breaks)), command);
    }
    assertEquals(0, received());
  }

  @Test
  void doesNotKnowOfAMailWhoseAnswerWasLost() throws Exception {
    Optional<FaultyServer.Rule> late = FaultyServer.Rule.fault(FaultyServer.Fault.BREAKS_OFF_LATE);
    assertEquals(Delivery.UNREACHABLE, sendThrough(on(".", late)));
    assertEquals(1, received());
  }

  @Test
  void aQuitThatIsNotAnsweredIsNoFailure() throws Exception {
    Optional<FaultyServer.Rule> breaks = FaultyServer.Rule.fault(FaultyServer.Fault.BREAKS_OFF);
    assertEquals(Delivery.SENT, sendThrough(on("QUIT", breaks)));
    assertEquals(1, received());
  }

  @Test
  void waitsForASilentServerNoLongerThanTheLimit() throws Exception {
    Optional<FaultyServer.Rule> silent = FaultyServer.Rule.fault(FaultyServer.Fault.SILENT);
    assertEquals(Delivery.UNREACHABLE, sendThrough(on("EHLO", silent), Duration.ofMillis(300)));
    assertEquals(Delivery.UNREACHABLE, sendThrough(on("RCPT", silent), Duration.ofMillis(300)));
    assertEquals(0, received());
  }

  @Test
  void waitsForAnAnswerWithoutEndNoLongerThanTheLimit() throws Exception {
    Optional<FaultyServer.Rule> endless = FaultyServer.Rule.fault(FaultyServer.Fault.ENDLESS);
    assertEquals(Delivery.UNREACHABLE, sendThrough(on("EHLO", endless), Duration.ofSeconds(1)));
    assertEquals(0, received());
  }

  @Test
  void cannotReachAServerThatIsNotThere() {
    int port = port();
    server.stop();
    assertEquals(Delivery.UNREACHABLE, send(port, MAIL));
  }
}
