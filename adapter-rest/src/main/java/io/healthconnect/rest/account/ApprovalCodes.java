package io.healthconnect.rest.account;

import io.healthconnect.domain.account.Approval;

/** The words by which clients know an approval. */
public final class ApprovalCodes {
  private ApprovalCodes() {}

  /** A doctor who needed no approval counts as approved. */
  public static String of(Approval approval) {
    return switch (approval) {
      case PENDING -> "pending";
      case NOT_REQUIRED, GRANTED -> "approved";
      case REJECTED -> "rejected";
    };
  }
}
