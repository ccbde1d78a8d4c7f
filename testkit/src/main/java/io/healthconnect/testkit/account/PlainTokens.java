package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TokenIssuer;
import java.util.Optional;

/** Unsigned tokens in plain text. For tests only. */
public final class PlainTokens implements TokenIssuer {
  @Override
  public String issue(Session session, Role role) {
    return "t." + session.accountId().value() + "." + role.code() + "." + session.id().value();
  }

  @Override
  public Optional<Claims> verify(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length != 4 || !parts[0].equals("t")
        ? Optional.empty()
        : Optional.of(
            new Claims(new AccountId(parts[1]), Role.parse(parts[2]), new SessionId(parts[3])));
  }
}
