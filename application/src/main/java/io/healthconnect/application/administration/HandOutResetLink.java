package io.healthconnect.application.administration;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;

/**
 * Makes a one-time link for somebody who forgot the password, which an admin hands out after making
 * sure who asks.
 */
public interface HandOutResetLink {
  Result<IssueResetLink.Issued, Refusal> handOutResetLink(Command command);

  record Command(Actor actor, AccountId id) {}

  enum Refusal {
    NOT_AN_ADMIN,
    NOT_FOUND,
    ACCOUNT_DISABLED
  }
}
