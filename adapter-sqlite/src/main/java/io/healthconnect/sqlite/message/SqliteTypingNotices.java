package io.healthconnect.sqlite.message;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.sqlite.appointment.ContactCheck;
import io.healthconnect.sqlite.db.Database;

/**
 * Typing notices. They take their turn with the writes, so that none follows the end of contact;
 * nothing is written, so the disk is not waited for.
 */
public final class SqliteTypingNotices implements TypingNotices {
  private final Database database;

  public SqliteTypingNotices(Database database) {
    this.database = database;
  }

  @Override
  public boolean typing(AccountId from, AccountId to) {
    return database.write(
        transaction -> {
          boolean inContact = ContactCheck.areInContact(transaction, from, to);
          if (inContact) {
            transaction.publish(new Change.Typing(from, to));
          }
          return inContact;
        });
  }
}
