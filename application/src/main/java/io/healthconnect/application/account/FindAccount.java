package io.healthconnect.application.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import java.util.Collection;
import java.util.Map;

/** Looks up accounts to show their names and avatars. The caller controls access. */
public interface FindAccount {
  Map<AccountId, Account> findAccount(Collection<AccountId> ids);
}
