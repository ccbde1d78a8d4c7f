package io.healthconnect.application.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import java.util.Collection;
import java.util.Map;

/** Looks up accounts for showing names and avatars; access is the caller's matter. */
public interface FindAccount {
  Map<AccountId, Account> handle(Collection<AccountId> ids);
}
