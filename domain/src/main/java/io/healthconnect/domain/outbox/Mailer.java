package io.healthconnect.domain.outbox;

/**
 * Writes mails in the language of their reader and hands them to a mail server. Called by one
 * thread at a time. A call ends within {@link #LONGEST_SECONDS}, whatever the server does.
 */
public interface Mailer {
  /** How long a delivery takes at most. */
  int LONGEST_SECONDS = 60;

  /**
   * Sends one mail. Nothing expected is thrown: a server that refuses or is away is an outcome.
   * After any outcome but {@link Delivery#SENT} the mail may have been delivered all the same, when
   * the connection broke before the answer.
   */
  Delivery send(NoticeMail mail);
}
