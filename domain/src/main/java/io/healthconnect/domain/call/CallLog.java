package io.healthconnect.domain.call;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;

/** The calls that have ended. */
public interface CallLog {
  /** The person's ended calls, latest start first, ties by id descending. */
  Page<CallRecord> records(AccountId account, PageRequest page);
}
