package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.time.Instant;

/** What a patient thinks of a completed visit: 1 to 5 stars and at most 2,000 characters. */
public record Review(int rating, String text, Instant createdAt) {
  public Review {
    if (rating < 1 || rating > 5) {
      throw new InvalidValueException("rating", "must be 1 to 5");
    }
    text = Text.block("review", text, 2000);
  }
}
