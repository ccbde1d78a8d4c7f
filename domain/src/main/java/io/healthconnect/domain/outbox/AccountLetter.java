package io.healthconnect.domain.outbox;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Language;
import java.util.Optional;

/**
 * What a mail about access to an account says. It names nobody, since the address may not be that
 * of the account's owner.
 *
 * @param id different for each mail that holds another secret
 * @param secret of the link in it; empty if there is no link
 */
public record AccountLetter(
    String id, AccountMailKind kind, Email to, Language language, Optional<String> secret) {
  @Override
  public String toString() {
    return "AccountLetter[" + kind + ", hidden]";
  }
}
