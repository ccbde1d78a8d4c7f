package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.time.Instant;

/** A patient's review of a completed appointment: 1 to 5 stars and at most 2,000 characters. */
public record Review(int rating, String text, Instant createdAt) {
  public Review {
    if (rating < 1 || rating > 5) {
      throw InvalidValueException.outOfRange("rating", 1, 5);
    }
    text = Text.block("review", text, 2000);
  }

  /** Whether the other review has the same stars and text. */
  boolean says(Review other) {
    return rating == other.rating && text.equals(other.text);
  }
}
