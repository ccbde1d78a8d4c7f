package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
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
}
