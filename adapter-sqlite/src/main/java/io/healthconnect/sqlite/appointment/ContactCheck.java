package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;

/**
 * Whether two people are in contact, for what they may do only while they are. Transactions run one
 * after the other, so what this says holds until the transaction has been committed.
 */
public final class ContactCheck {
  static final String IN_CONTACT =
      """
      SELECT 1 FROM appointment
      WHERE doctor_id IN (?1, ?2) AND patient_id IN (?1, ?2) AND opens_contact = 1
        AND NOT EXISTS (SELECT 1 FROM account WHERE id IN (?1, ?2) AND erased_at IS NOT NULL)
      LIMIT 1
      """;

  private ContactCheck() {}

  /** Whether an appointment of the two opens contact, and neither was erased. */
  public static boolean areInContact(Transaction transaction, AccountId one, AccountId other)
      throws SQLException {
    return transaction.any(IN_CONTACT, one.value(), other.value());
  }
}
