package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountSearch;

/** Finds accounts for an admin, the newest first. */
public interface ListAccounts {
  Result<Page<Account>, Refusal> listAccounts(Query query);

  record Query(Actor actor, AccountSearch search) {}

  enum Refusal {
    NOT_AN_ADMIN
  }
}
