package io.healthconnect.domain.doctor;

/** All ratings of a doctor: the sum of the stars and the number of ratings. */
public record Rating(long sum, long count) {
  public static final Rating NONE = new Rating(0, 0);

  /** The mean number of stars, 1 to 5, rounded to two decimals; 0 if there are no ratings. */
  public double average() {
    return count == 0 ? 0 : Math.round(100.0 * sum / count) / 100.0;
  }
}
