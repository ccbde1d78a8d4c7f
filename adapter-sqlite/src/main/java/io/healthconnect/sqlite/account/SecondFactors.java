package io.healthconnect.sqlite.account;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SecondFactorProof.RecoveryCodeHash;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** The statements on second factors and their recovery codes. */
final class SecondFactors {
  private SecondFactors() {}

  static Optional<SecondFactor> find(Sql sql, AccountId id) throws SQLException {
    return sql.one(
        """
        SELECT second_factor.*, account.second_factor AS is_on
        FROM second_factor JOIN account ON account.id = account_id
        WHERE account_id = ?
        """,
        SecondFactors::secondFactor,
        id.value());
  }

  /** Finds no row to insert for an account that is not there or has one that is on. */
  static boolean begin(Transaction transaction, AccountId id, TotpSecret secret)
      throws SQLException {
    return transaction.update(
            """
            INSERT INTO second_factor (account_id, secret, last_step)
            SELECT id, ?, 0 FROM account WHERE id = ? AND second_factor = 0
            ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret
            """,
            secret.base32(),
            id.value())
        == 1;
  }

  static boolean turnOn(
      Transaction transaction, AccountId id, TimeStep first, Set<String> recoveryHashes)
      throws SQLException {
    boolean waits =
        transaction.update(
                """
                UPDATE account SET second_factor = 1
                WHERE id = ? AND second_factor = 0
                  AND EXISTS (SELECT 1 FROM second_factor WHERE account_id = id AND secret = ?)
                """,
                id.value(),
                first.secret().base32())
            == 1;
    if (waits) {
      use(transaction, id, first);
      for (String hash : recoveryHashes) {
        transaction.update(
            "INSERT INTO recovery_code (account_id, hash) VALUES (?, ?)", id.value(), hash);
      }
    }
    return waits;
  }

  /**
   * @return false if the proof is none, or was used
   */
  static boolean use(Transaction transaction, AccountId id, SecondFactorProof proof)
      throws SQLException {
    Use use =
        proof.fold(
            step -> () -> use(transaction, id, step), code -> () -> use(transaction, id, code));
    return use.succeeds();
  }

  /** Uses a proof up, unless it was used before. */
  @FunctionalInterface
  private interface Use {
    boolean succeeds() throws SQLException;
  }

  private static boolean use(Transaction transaction, AccountId id, RecoveryCodeHash code)
      throws SQLException {
    return transaction.update(
            "DELETE FROM recovery_code WHERE account_id = ? AND hash = ?", id.value(), code.hash())
        == 1;
  }

  private static boolean use(Transaction transaction, AccountId id, TimeStep proof)
      throws SQLException {
    return transaction.update(
            """
            UPDATE second_factor SET last_step = ?1
            WHERE account_id = ?2 AND secret = ?3 AND last_step < ?1
            """,
            proof.step(),
            id.value(),
            proof.secret().base32())
        == 1;
  }

  static void remove(Transaction transaction, AccountId id) throws SQLException {
    transaction.update("UPDATE account SET second_factor = 0 WHERE id = ?", id.value());
    transaction.update("DELETE FROM second_factor WHERE account_id = ?", id.value());
    transaction.update("DELETE FROM recovery_code WHERE account_id = ?", id.value());
  }

  private static SecondFactor secondFactor(Row row) throws SQLException {
    return new SecondFactor(
        new AccountId(row.text("account_id")),
        new TotpSecret(row.text("secret")),
        row.flag("is_on"),
        row.number("last_step"));
  }
}
