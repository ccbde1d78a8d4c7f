package io.healthconnect.sqlite.account;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.sqlite.db.Transaction;
import io.healthconnect.sqlite.search.AccountWords;
import java.sql.SQLException;

/** Changes an account's name, as part of the transaction that stores its profile. */
public final class AccountNames {
  private AccountNames() {}

  /** Gives the account its new name and its next version. */
  public static void change(Transaction transaction, AccountId id, PersonName name)
      throws SQLException {
    int changed =
        transaction.update(
            "UPDATE account SET name = ?, version = version + 1 WHERE id = ? AND erased_at IS NULL",
            name.value(),
            id.value());
    if (changed == 0) {
      throw new StaleVersionException("account");
    }
    AccountWords.refresh(transaction, id, name);
  }
}
