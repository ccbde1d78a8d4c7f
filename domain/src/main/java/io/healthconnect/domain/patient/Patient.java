package io.healthconnect.domain.patient;

/** A patient's record. Name, e-mail address and avatar belong to the account. */
public record Patient(PatientId id, PatientProfile profile, long version) {

  /** A new record. */
  public static Patient create(PatientId id, PatientProfile profile) {
    return new Patient(id, profile, 1);
  }

  public Patient withProfile(PatientProfile newProfile) {
    return new Patient(id, newProfile, version);
  }

  /** What is left once the account is erased. */
  public Patient erased() {
    return withProfile(PatientProfile.BLANK);
  }

  public Patient withVersion(long newVersion) {
    return new Patient(id, profile, newVersion);
  }
}
