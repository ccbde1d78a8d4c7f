package io.healthconnect.domain.outbox;

/** What became of a mail that was handed to the mail server. */
public enum Delivery {
  /** The server has accepted it. */
  SENT,
  /** The server will never accept it, for example because there is no such mailbox. */
  REFUSED,
  /** The server does not accept this mail now. */
  DEFERRED,
  /** The server cannot be reached, or accepts no mail at all. */
  UNREACHABLE
}
