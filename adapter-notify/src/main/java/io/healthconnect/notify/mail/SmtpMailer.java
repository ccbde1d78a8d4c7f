package io.healthconnect.notify.mail;

import io.healthconnect.domain.outbox.AccountLetter;
import io.healthconnect.domain.outbox.AccountMailer;
import io.healthconnect.domain.outbox.Delivery;
import io.healthconnect.domain.outbox.Mailer;
import io.healthconnect.domain.outbox.NoticeMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each mail to a mail server, over a connection of its own. A server that says nothing, or
 * little at a time, does not hold up the sender for longer than the limit.
 */
public final class SmtpMailer implements Mailer, AccountMailer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpMailer.class);

  private final SmtpAddress server;
  private final Duration longest;
  private final WatchedSockets sockets = new WatchedSockets();
  private final Session session;
  private final MailMessages messages;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread thread = new Thread(run, "mail-watch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param site the URL that people type, which links begin with
   */
  public SmtpMailer(SmtpAddress server, MailSender from, URI site, Clock clock) {
    this(
        server,
        new MailMessages(from, site, clock),
        Duration.ofSeconds(LONGEST_SECONDS),
        new Properties());
  }

  /**
   * @param more properties of the mail library, beside those that the address sets
   */
  SmtpMailer(SmtpAddress server, MailMessages messages, Duration longest, Properties more) {
    this.server = server;
    this.messages = messages;
    this.longest = longest;
    Properties properties = server.properties(longest, sockets);
    properties.putAll(more);
    this.session = Session.getInstance(properties);
  }

  @Override
  public Delivery send(NoticeMail mail) {
    return send(mail.id(), () -> messages.of(mail, session));
  }

  @Override
  public Delivery send(AccountLetter letter) {
    return send(letter.id(), () -> messages.of(letter, session));
  }

  /** Writes a mail. */
  @FunctionalInterface
  private interface Writing {
    Message write() throws MessagingException;
  }

  private Delivery send(String id, Writing writing) {
    Message message;
    try {
      message = writing.write();
    } catch (MessagingException e) {
      LOG.warn("The mail {} cannot be written: {}", id, e.getClass().getSimpleName());
      return Delivery.REFUSED;
    }
    Future<?> end = watch.schedule(sockets::close, longest.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return send(message);
    } finally {
      end.cancel(false);
      sockets.close();
    }
  }

  private Delivery send(Message message) {
    try (Transport transport = session.getTransport()) {
      transport.connect(
          server.host(), server.port(), server.user().orElse(null), server.password().orElse(null));
      return send(transport, message);
    } catch (MessagingException e) {
      LOG.warn("The mail server cannot be used: {}", SmtpAnswers.inShort(e));
      return Delivery.UNREACHABLE;
    }
  }

  /** Once the server has accepted the mail, nothing about the rest of the connection matters. */
  private static Delivery send(Transport transport, Message message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return Delivery.SENT;
    } catch (MessagingException e) {
      Delivery delivery = SmtpAnswers.outcome(e);
      LOG.warn("A mail was not accepted ({}): {}", delivery, SmtpAnswers.inShort(e));
      return delivery;
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    sockets.close();
  }
}
