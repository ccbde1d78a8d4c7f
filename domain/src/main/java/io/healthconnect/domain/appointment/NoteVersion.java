package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Text;
import java.time.Instant;

/** A version of the doctor's notes, valid from an instant on; at most 8,000 characters. */
public record NoteVersion(String text, Instant at) {
  public NoteVersion {
    text = Text.block("notes", text, 8000);
  }
}
