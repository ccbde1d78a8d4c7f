package io.healthconnect.sqlite.search;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;

/** Keeps what the directory searches and orders by up to date with names and profiles. */
public final class DoctorWords {
  private DoctorWords() {}

  /** After a change of the account's name. */
  public static void rename(Step step, AccountId id, PersonName name) throws SQLException {
    step.update(
        "UPDATE doctor SET name_folded = ? WHERE id = ?",
        SearchWords.sortKey(name.value()),
        id.value());
    refresh(step, id.value());
  }

  /** After a change of the profile. */
  public static void refresh(Step step, String id) throws SQLException {
    String[] texts =
        step.one(
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
    step.update("DELETE FROM doctor_search_word WHERE doctor_id = ?", id);
    for (String word : SearchWords.of(texts)) {
      step.update("INSERT INTO doctor_search_word (doctor_id, word) VALUES (?, ?)", id, word);
    }
  }

  /** One doctor more practises this. */
  public static void count(Step step, String specialization) throws SQLException {
    step.update(
        """
        INSERT INTO specialization (folded, written, doctors) VALUES (?, ?, 1)
        ON CONFLICT (folded) DO UPDATE SET doctors = doctors + 1
        """,
        SearchWords.fold(specialization),
        specialization);
  }

  /** One doctor less practises this. */
  public static void discount(Step step, String folded) throws SQLException {
    step.update("UPDATE specialization SET doctors = doctors - 1 WHERE folded = ?", folded);
    step.update("DELETE FROM specialization WHERE folded = ? AND doctors = 0", folded);
  }
}
