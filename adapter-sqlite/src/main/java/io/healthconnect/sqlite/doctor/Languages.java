package io.healthconnect.sqlite.doctor;

import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The languages of doctors: a text in the doctor's row, and rows by which they are searched. */
final class Languages {
  private Languages() {}

  static String text(List<Language> languages) {
    return languages.stream().map(Language::tag).collect(Collectors.joining(" "));
  }

  static List<Language> of(String text) {
    return Stream.of(text.split(" ")).filter(tag -> !tag.isEmpty()).map(Language::new).toList();
  }

  /**
   * Replaces the rows of a doctor who is stored. A trigger keeps their other columns up to date.
   */
  static void replace(Transaction transaction, Doctor doctor) throws SQLException {
    String id = doctor.id().value();
    String tags = Sql.array(doctor.profile().languages().stream().map(Language::tag).toList());
    transaction.update(
        """
        DELETE FROM doctor_of_language
        WHERE id = ? AND language NOT IN (SELECT value FROM json_each(?))
        """,
        id,
        tags);
    transaction.update(
        """
        INSERT OR IGNORE INTO doctor_of_language
        SELECT value, doctor.id, listed, experience, rating_average, rating_count, name_folded,
          next_free_at
        FROM json_each(?) CROSS JOIN doctor WHERE doctor.id = ?
        """,
        tags,
        id);
  }
}
