package io.healthconnect.domain.account;

import io.healthconnect.domain.PageRequest;
import java.util.Optional;
import java.util.Set;

/**
 * Selects accounts, the newest first.
 *
 * @param words each must be the beginning of a word of the name or the e-mail address, compared as
 *     described in {@link io.healthconnect.domain.doctor.SearchWords}
 */
public record AccountSearch(
    Set<String> words, Optional<Role> role, Optional<AccountState> state, PageRequest page) {
  public AccountSearch {
    words = Set.copyOf(words);
  }
}
