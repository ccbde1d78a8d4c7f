package io.healthconnect.application.administration;

import io.healthconnect.application.account.IssueResetLink;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;

/**
 * Makes the account of an admin, whose password nobody knows, and a one-time link with which the
 * admin sets one. For whoever runs the server: it is behind no route.
 */
public interface CreateAdmin {
  Result<IssueResetLink.Issued, Refusal> createAdmin(Email email);

  /** Why there is no new admin. */
  enum Refusal {
    /** An account of any role has the e-mail address. */
    EMAIL_TAKEN,
    /** Too much password hashing is under way. */
    BUSY
  }
}
