package io.healthconnect.domain.appointment;

import io.healthconnect.domain.Text;
import java.time.Instant;

/**
 * A version of the doctor's notes; at most 8,000 characters.
 *
 * @param at when the doctor began to write it, which is up to {@link Notes#WRITING} before its last
 *     save
 */
public record NoteVersion(String text, Instant at) {
  public NoteVersion {
    text = Text.block("notes", text, 8000);
  }
}
