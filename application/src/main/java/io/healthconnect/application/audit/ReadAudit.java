package io.healthconnect.application.audit;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.audit.AuditEntry;
import java.util.Optional;

/** Shows an admin the audit log, newest first. The look is an entry too. */
public interface ReadAudit {
  Result<Page<AuditEntry>, Refusal> readAudit(Query query);

  /**
   * @param subject only what concerns this person
   */
  record Query(Actor actor, Optional<AccountId> subject, PageRequest page) {}

  enum Refusal {
    NOT_AN_ADMIN
  }
}
