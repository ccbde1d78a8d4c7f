package io.healthconnect.application.call;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.call.CallRecord;

/** Lists the actor's own ended calls, latest first. */
public interface ListCalls {
  Page<CallRecord> listCalls(Actor actor, PageRequest page);
}
