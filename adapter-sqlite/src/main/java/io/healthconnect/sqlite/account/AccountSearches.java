package io.healthconnect.sqlite.account;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountSearch;
import io.healthconnect.domain.account.AccountState;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Set;

/**
 * Searches accounts, the newest first. Without words, a search walks an index from the cursor; with
 * words, it starts from the accounts that match the longest word, which is probably the rarest.
 */
final class AccountSearches {
  private static final String AFTER =
      " AND (created_at, id) < (?4, ?5) ORDER BY created_at DESC, id DESC LIMIT ?6";
  private static final String ALL = "SELECT * FROM account WHERE erased_at IS NULL";
  private static final String OF_ROLE =
      "SELECT * FROM account WHERE role = ?3 AND erased_at IS NULL";
  private static final String WITH_WORDS =
      """
      SELECT account.* FROM (
        SELECT DISTINCT account_id FROM account_search_word
        WHERE word >= ?2 AND word < ?2 || char(1114111)) found
      CROSS JOIN account ON account.id = found.account_id
      WHERE (?3 IS NULL OR role = ?3) AND NOT EXISTS (
        SELECT 1 FROM json_each(?1) wanted WHERE NOT EXISTS (
          SELECT 1 FROM account_search_word
          WHERE account_id = account.id AND word >= wanted.value
            AND word < wanted.value || char(1114111)))
      """;

  private AccountSearches() {}

  static Page<Account> search(Sql sql, AccountSearch search) throws SQLException {
    Set<String> words = SearchWords.ofAll(search.words());
    return Page.of(
        sql.list(
            query(search, words),
            AccountRows::account,
            words.isEmpty() ? "[]" : Sql.array(words),
            words.stream().max(Comparator.comparingInt(String::length)),
            search.role().map(Role::code),
            Cursors.number(search.page(), true),
            Cursors.id(search.page(), true),
            search.page().limit() + 1),
        search.page(),
        account ->
            new Cursor(Long.toString(account.createdAt().toEpochMilli()), account.id().value()));
  }

  private static String query(AccountSearch search, Set<String> words) {
    String of = words.isEmpty() ? search.role().isPresent() ? OF_ROLE : ALL : WITH_WORDS;
    return of + search.state().map(AccountSearches::condition).orElse("") + AFTER;
  }

  /** A plus keeps SQLite from an index that would not find much less than all accounts. */
  private static String condition(AccountState state) {
    return switch (state) {
      case ACTIVE -> " AND +disabled = 0 AND +approval IN ('not_required', 'granted')";
      case PENDING -> " AND +disabled = 0 AND approval = 'pending'";
      case REJECTED -> " AND +disabled = 0 AND approval = 'rejected'";
      case DISABLED -> " AND disabled = 1";
    };
  }
}
