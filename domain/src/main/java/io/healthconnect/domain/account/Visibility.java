package io.healthconnect.domain.account;

/** How the directory treats a doctor. */
public enum Visibility {
  /** Neither found nor bookable. */
  HIDDEN,
  /** Found and bookable, although no admin has approved the doctor. */
  LISTED,
  /** Found and bookable, and approved by an admin. */
  VERIFIED;

  public boolean isListed() {
    return this != HIDDEN;
  }
}
