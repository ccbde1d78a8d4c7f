package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;

/** Shows an admin one account, with what is needed to decide about it. */
public interface ShowAccount {
  Result<AccountDetails, Refusal> showAccount(Query query);

  record Query(Actor actor, AccountId id) {}

  enum Refusal {
    NOT_AN_ADMIN,
    NOT_FOUND
  }
}
