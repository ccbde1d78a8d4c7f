package io.healthconnect.sqlite.search;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;

/** Keeps the words by which admins find accounts up to date with names. */
public final class AccountWords {
  private AccountWords() {}

  public static void refresh(Transaction transaction, AccountId id, PersonName name, Email email)
      throws SQLException {
    remove(transaction, id);
    for (String word : SearchWords.stored(name.value(), email.value())) {
      transaction.update(
          "INSERT INTO account_search_word (account_id, word) VALUES (?, ?)", id.value(), word);
    }
  }

  public static void remove(Transaction transaction, AccountId id) throws SQLException {
    transaction.update("DELETE FROM account_search_word WHERE account_id = ?", id.value());
  }

  /** As {@link #refresh(Transaction, AccountId, PersonName, Email)}, for a stored account. */
  public static void refresh(Transaction transaction, AccountId id, PersonName name)
      throws SQLException {
    String email =
        transaction
            .one("SELECT email FROM account WHERE id = ?", row -> row.text("email"), id.value())
            .orElse("");
    refresh(transaction, id, name, new Email(email));
  }
}
