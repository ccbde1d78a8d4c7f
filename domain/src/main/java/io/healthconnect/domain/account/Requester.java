package io.healthconnect.domain.account;

/**
 * Who requests a scarce resource. Requesters share it fairly: one that asks for much waits behind
 * those that ask for little.
 *
 * @param name the client network of the request, or an account; empty if unknown
 * @param known whether it has logged in before; such requesters find room even when strangers fill
 *     the queue
 */
public record Requester(String name, boolean known) {
  public static final Requester UNKNOWN = new Requester("", false);

  /** A requester that is logged in to this account. */
  public static Requester of(AccountId account) {
    return new Requester("account:" + account.value(), true);
  }
}
