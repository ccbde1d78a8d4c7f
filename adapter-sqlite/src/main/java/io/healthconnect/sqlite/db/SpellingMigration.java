package io.healthconnect.sqlite.db;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.doctor.SearchWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * Rewrites everything that depends on how texts are folded, which SQL cannot do: the words and sort
 * keys of the directory, the counts of specializations, the words of accounts, and the canonical
 * spelling of e-mail addresses. If two accounts have the same mailbox, the one that already has the
 * canonical spelling keeps it. SQLite's {@code user_version} records the version of folding that
 * the file was written with.
 */
final class SpellingMigration {
  /**
   * Increases with every change of {@link SearchWords} or {@link Email} that changes a result, and
   * with everything else that is kept folded.
   */
  private static final int VERSION = 2;

  private final Sql sql;

  private SpellingMigration(Sql sql) {
    this.sql = sql;
  }

  static void run(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Sql sql = new Sql(new Statements(connection));
      long version = sql.one("PRAGMA user_version", row -> row.number("user_version")).orElse(0L);
      if (version >= VERSION) {
        return;
      }
      connection.setAutoCommit(false);
      try {
        new SpellingMigration(sql).respell();
        sql.execute("PRAGMA user_version = 2");
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  private record Doctor(
      String id, String name, String specialization, String qualification, boolean listed) {}

  private void respell() throws SQLException {
    respellEmails();
    refoldAccounts();
    sql.update("DELETE FROM specialization");
    List<Doctor> doctors =
        sql.list(
            """
            SELECT doctor.id, name, specialization, qualification, listed
            FROM doctor JOIN account ON account.id = doctor.id
            ORDER BY doctor.id
            """,
            row ->
                new Doctor(
                    row.text("id"),
                    row.text("name"),
                    row.text("specialization"),
                    row.text("qualification"),
                    row.flag("listed")));
    for (Doctor doctor : doctors) {
      refold(doctor);
    }
  }

  private void respellEmails() throws SQLException {
    List<String> stored = sql.list("SELECT email FROM account", row -> row.text("email"));
    for (String email : stored) {
      String spelled = spelled(email);
      boolean free = !sql.any("SELECT 1 FROM account WHERE email = ?", spelled);
      if (!spelled.equals(email) && free) {
        sql.update("UPDATE account SET email = ? WHERE email = ?", spelled, email);
      }
    }
  }

  private record Account(String id, String name, String email) {}

  private void refoldAccounts() throws SQLException {
    sql.update("DELETE FROM account_search_word");
    List<Account> accounts =
        sql.list(
            "SELECT id, name, email FROM account",
            row -> new Account(row.text("id"), row.text("name"), row.text("email")));
    for (Account account : accounts) {
      for (String word : SearchWords.stored(account.name(), account.email())) {
        sql.update(
            "INSERT INTO account_search_word (account_id, word) VALUES (?, ?)", account.id(), word);
      }
    }
  }

  private static String spelled(String stored) {
    try {
      return Email.parse(stored).value();
    } catch (InvalidValueException e) {
      return stored;
    }
  }

  private void refold(Doctor doctor) throws SQLException {
    String folded = SearchWords.fold(doctor.specialization());
    sql.update(
        "UPDATE doctor SET name_folded = ?, specialization_folded = ? WHERE id = ?",
        SearchWords.sortKey(doctor.name()),
        folded,
        doctor.id());
    sql.update("DELETE FROM doctor_search_word WHERE doctor_id = ?", doctor.id());
    for (String word :
        SearchWords.stored(doctor.name(), doctor.specialization(), doctor.qualification())) {
      sql.update(
          "INSERT INTO doctor_search_word (doctor_id, word) VALUES (?, ?)", doctor.id(), word);
    }
    if (!doctor.listed()) {
      return;
    }
    sql.update(
        """
        INSERT INTO specialization (folded, written, doctors) VALUES (?, ?, 1)
        ON CONFLICT (folded) DO UPDATE SET doctors = doctors + 1
        """,
        folded,
        doctor.specialization());
  }
}
