package io.healthconnect.sqlite.search;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.Set;

/** Keeps the search words and sort keys of the directory up to date with names and profiles. */
public final class DoctorWords {
  private DoctorWords() {}

  /** Updates the directory after a change of the account's name. */
  public static void rename(Transaction transaction, AccountId id, PersonName name)
      throws SQLException {
    transaction.update(
        "UPDATE doctor SET name_folded = ? WHERE id = ?",
        SearchWords.sortKey(name.value()),
        id.value());
    refresh(transaction, id.value());
  }

  /** Updates the directory after a change of the profile. */
  public static void refresh(Transaction transaction, String id) throws SQLException {
    String[] texts =
        transaction
            .one(
                """
                SELECT name, specialization, qualification
                FROM doctor JOIN account ON account.id = doctor.id
                WHERE doctor.id = ?
                """,
                row ->
                    new String[] {
                      row.text("name"), row.text("specialization"), row.text("qualification")
                    },
                id)
            .orElse(new String[0]);
    remove(transaction, id);
    for (String word : SearchWords.stored(texts)) {
      transaction.update(
          "INSERT INTO doctor_search_word (doctor_id, word) VALUES (?, ?)", id, word);
    }
  }

  public static void remove(Transaction transaction, String id) throws SQLException {
    transaction.update("DELETE FROM doctor_search_word WHERE doctor_id = ?", id);
  }

  /** Words of listed doctors; goes from one word to the next, however many doctors have it. */
  public static Set<String> beginning(Sql sql, String beginning, int most) throws SQLException {
    return Set.copyOf(
        sql.list(
            """
            WITH RECURSIVE nearby (word) AS (
              SELECT min(word) FROM doctor_search_word
              WHERE word >= ?1 AND word < ?1 || char(1114111)
              UNION ALL
              SELECT (
                SELECT min(word) FROM doctor_search_word
                WHERE word > nearby.word AND word < ?1 || char(1114111))
              FROM nearby WHERE nearby.word IS NOT NULL LIMIT ?2)
            SELECT word FROM nearby WHERE EXISTS (
              SELECT 1 FROM doctor_search_word owned CROSS JOIN doctor ON doctor.id = doctor_id
              WHERE owned.word = nearby.word AND listed = 1)
            """,
            row -> row.text("word"),
            beginning,
            most));
  }

  /** Counts the doctor's specialization once more, or once less. */
  public static void recount(Transaction transaction, String id, boolean shown)
      throws SQLException {
    String specialization =
        transaction
            .one(
                "SELECT specialization FROM doctor WHERE id = ?",
                row -> row.text("specialization"),
                id)
            .orElseThrow();
    if (shown) {
      count(transaction, specialization);
    } else {
      discount(transaction, SearchWords.fold(specialization));
    }
  }

  /** Counts one more doctor with this specialization. */
  public static void count(Transaction transaction, String specialization) throws SQLException {
    transaction.update(
        """
        INSERT INTO specialization (folded, written, doctors) VALUES (?, ?, 1)
        ON CONFLICT (folded) DO UPDATE SET doctors = doctors + 1
        """,
        SearchWords.fold(specialization),
        specialization);
  }

  /** Counts one doctor fewer with this specialization. */
  public static void discount(Transaction transaction, String folded) throws SQLException {
    transaction.update("UPDATE specialization SET doctors = doctors - 1 WHERE folded = ?", folded);
    transaction.update("DELETE FROM specialization WHERE folded = ? AND doctors = 0", folded);
  }
}
