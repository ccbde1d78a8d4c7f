package io.healthconnect.benchmarks.audit;

/**
 * What the entries of the run are: doctors who read the records of their patients. Every hundredth
 * is about one patient whom everybody reads.
 */
final class Entries {
  /** A hundredth of all entries concerns this person. */
  static final String FREQUENT = "patient-frequent";

  /** About twenty entries concern this person, spread over all. */
  static final String RARE = "patient-rare";

  /** When the first entry was made, in milliseconds; each later one a second after it. */
  static final long FIRST_AT = 1_700_000_000_000L;

  static final String HASH = "0".repeat(64);
  private static final int DOCTORS = 1_000;
  private static final int PATIENTS = 100_000;

  private Entries() {}

  static String actor(long number) {
    return "doctor-" + number % DOCTORS;
  }

  static String subject(long number, long entries) {
    if (number % 100 == 0) {
      return FREQUENT;
    }
    return number % Math.max(1, entries / 20) == 1 ? RARE : "patient-" + number * 31 % PATIENTS;
  }
}
