package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The doctor's current notes on an appointment. The store keeps earlier versions ({@link
 * AppointmentRepository#notes}), so that an appointment does not grow with them.
 *
 * @param current empty until something has been written
 * @param versions how many versions there are, including the current one
 */
public record Notes(Optional<NoteVersion> current, int versions) {
  public static final Notes NONE = new Notes(Optional.empty(), 0);

  /**
   * How long after the first save of a version notes that save themselves belong to it, so that
   * they do not use up the versions while they are written.
   */
  public static final Duration WRITING = Duration.ofMinutes(10);

  public Notes {
    if (current.isPresent() != versions > 0) {
      throw new InvalidValueException("notes", "must fit the number of versions");
    }
  }

  boolean isText(String text) {
    return current.filter(note -> note.text().equals(text)).isPresent();
  }

  Notes with(NoteVersion note) {
    return new Notes(Optional.of(note), versions + 1);
  }

  /** Whether the doctor began to write the current version less than {@link #WRITING} ago. */
  boolean isBeingWritten(Instant now) {
    return current.filter(note -> now.isBefore(note.at().plus(WRITING))).isPresent();
  }

  /** The current version with another text; it keeps the instant at which it was begun. */
  Notes rewritten(String text) {
    return new Notes(current.map(note -> new NoteVersion(text, note.at())), versions);
  }
}
