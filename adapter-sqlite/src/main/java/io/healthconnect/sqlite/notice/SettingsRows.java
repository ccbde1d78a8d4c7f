package io.healthconnect.sqlite.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.notice.NoticeChannels;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes what people have chosen about notices. */
final class SettingsRows {
  private static final String COMMA = ",";

  private SettingsRows() {}

  static Optional<NoticeSettings> find(Sql sql, AccountId account) throws SQLException {
    Optional<List<Integer>> minutes =
        sql.one(
            "SELECT reminder_minutes FROM notice_settings WHERE account_id = ?",
            row -> minutes(row.text("reminder_minutes")),
            account.value());
    if (minutes.isEmpty()) {
      return Optional.empty();
    }
    Map<NoticeKind, NoticeChannels> kinds =
        sql
            .list(
                "SELECT * FROM notice_channels WHERE account_id = ?",
                SettingsRows::channels,
                account.value())
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return Optional.of(new NoticeSettings(kinds, minutes.get()));
  }

  /** What the person has chosen, or else what holds for the role. */
  static NoticeSettings of(Sql sql, AccountId account, Role role) throws SQLException {
    return find(sql, account).orElseGet(() -> NoticeSettings.initial(role));
  }

  private static Map.Entry<NoticeKind, NoticeChannels> channels(Row row) throws SQLException {
    return Map.entry(
        NoticeKind.restore(row.text("kind")),
        new NoticeChannels(row.flag("mail"), row.flag("push")));
  }

  private static List<Integer> minutes(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(COMMA, -1)).map(Integer::valueOf).toList();
  }

  static void save(Transaction transaction, AccountId account, NoticeSettings settings)
      throws SQLException {
    transaction.update(
        """
        INSERT INTO notice_settings (account_id, reminder_minutes) VALUES (?, ?)
        ON CONFLICT (account_id) DO UPDATE SET reminder_minutes = excluded.reminder_minutes
        """,
        account.value(),
        settings.reminderMinutes().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(COMMA)));
    for (Map.Entry<NoticeKind, NoticeChannels> each : settings.kinds().entrySet()) {
      transaction.update(
          """
          INSERT INTO notice_channels (account_id, kind, mail, push) VALUES (?, ?, ?, ?)
          ON CONFLICT (account_id, kind) DO UPDATE SET mail = excluded.mail, push = excluded.push
          """,
          account.value(),
          each.getKey().code(),
          each.getValue().mail(),
          each.getValue().push());
    }
  }

  static void remove(Transaction transaction, AccountId account) throws SQLException {
    transaction.update("DELETE FROM notice_settings WHERE account_id = ?", account.value());
    transaction.update("DELETE FROM notice_channels WHERE account_id = ?", account.value());
  }
}
