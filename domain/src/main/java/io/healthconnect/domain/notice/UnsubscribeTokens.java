package io.healthconnect.domain.notice;

import java.util.Optional;

/**
 * Makes and checks the tokens that mails carry, so that whoever receives one can stop more of its
 * kind without logging in. A token serves for nothing else, does not expire, and cannot be made by
 * others.
 */
public interface UnsubscribeTokens {

  /** The same token each time, of characters that need no escaping in a URL, without full stops. */
  String issue(MailSubscription subscription);

  /** What the token is for; empty unless it was issued here. */
  Optional<MailSubscription> verify(String token);
}
