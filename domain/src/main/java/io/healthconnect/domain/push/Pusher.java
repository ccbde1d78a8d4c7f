package io.healthconnect.domain.push;

/**
 * Writes notices in the language of their reader and hands them to push services. Can be called by
 * many threads. A call ends within {@link #LONGEST_SECONDS}, whatever the service does.
 */
public interface Pusher {
  /** How long a delivery takes at most. */
  int LONGEST_SECONDS = 15;

  /**
   * Sends one notice to one device. Nothing expected is thrown: a service that refuses or is away
   * is an outcome. After any outcome but {@code SENT} the notice may have been delivered all the
   * same, when the connection broke before the answer.
   */
  PushDelivery push(NoticePush notice);
}
