package io.healthconnect.domain.calendar;

import io.healthconnect.domain.account.AccountId;
import java.util.Optional;

/**
 * The links of calendar feeds, at most one of each person. Erasing an account removes its link in
 * the same step.
 */
public interface CalendarLinkRepository {
  /** Empty if the person has none. */
  Optional<CalendarLink> find(AccountId account);

  /** The link with this hash; empty if there is none any more. */
  Optional<CalendarLink> findByHash(String hash);

  /**
   * Stores the link in place of the person's former one, which is found no more.
   *
   * @return false, with nothing stored, when there is no such account or it was erased
   */
  boolean replace(CalendarLink link);
}
