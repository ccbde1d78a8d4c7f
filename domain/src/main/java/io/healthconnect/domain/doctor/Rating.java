package io.healthconnect.domain.doctor;

/** All ratings of a doctor: the sum of the stars and how many there are. */
public record Rating(long sum, long count) {
  public static final Rating NONE = new Rating(0, 0);

  /** Mean of the stars, 1 to 5, rounded to two decimals; 0 when there are none. */
  public double average() {
    return count == 0 ? 0 : Math.round(100.0 * sum / count) / 100.0;
  }
}
