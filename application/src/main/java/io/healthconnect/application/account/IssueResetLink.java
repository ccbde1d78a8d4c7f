package io.healthconnect.application.account;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Email;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the secret of a one-time link with which a person sets a new password. Whoever runs the
 * server hands the link out, after making sure who asks.
 */
public interface IssueResetLink {
  /**
   * @param by the admin who hands it out; empty for whoever runs the server
   */
  Result<Issued, Refusal> issueResetLink(Email email, Optional<Actor> by);

  /** The secret, which goes to its owner only, and until when it can be used. */
  record Issued(String secret, Instant expiresAt) {
    @Override
    public String toString() {
      return "IssueResetLink.Issued[hidden]";
    }
  }

  /** Why there is no link. */
  enum Refusal {
    UNKNOWN_EMAIL,
    /** A new password would let nobody in. */
    ACCOUNT_DISABLED
  }
}
