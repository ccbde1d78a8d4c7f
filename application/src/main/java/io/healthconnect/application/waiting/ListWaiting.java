package io.healthconnect.application.waiting;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.waiting.Attendance;
import java.util.List;

/** Lists the patients who wait for a doctor. */
public interface ListWaiting {
  /** More appointments than anybody has at one time. */
  int MOST = 100;

  /** At most {@link #MOST}; none for somebody who is not a doctor. */
  List<Attendance> listWaiting(AccountId doctor);
}
