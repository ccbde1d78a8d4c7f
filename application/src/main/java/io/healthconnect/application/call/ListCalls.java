package io.healthconnect.application.call;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallRecord;

/** Lists the ended calls of a person, latest first. */
public interface ListCalls {
  Page<CallRecord> listCalls(AccountId account, PageRequest page);
}
