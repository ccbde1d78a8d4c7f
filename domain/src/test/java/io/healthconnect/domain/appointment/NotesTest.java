package io.healthconnect.domain.appointment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.InvalidValueException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotesTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final NoteVersion rest = new NoteVersion("rest", NOW);

  @Test
  void eachVersionReplacesThePreviousOneAndIsCounted() {
    Notes once = Notes.NONE.with(rest);
    Notes twice = once.with(new NoteVersion("rest more", NOW.plusSeconds(1)));
    assertEquals(1, once.versions());
    assertEquals(2, twice.versions());
    assertTrue(twice.isText("rest more"));
    assertFalse(twice.isText("rest"));
    assertFalse(Notes.NONE.isText(""));
  }

  @Test
  void aVersionIsBeingWrittenForTenMinutesFromItsFirstSaveOn() {
    Notes notes = Notes.NONE.with(rest);
    Instant end = NOW.plusSeconds(600);
    assertTrue(notes.isBeingWritten(NOW));
    assertTrue(notes.isBeingWritten(end.minusMillis(1)));
    assertFalse(notes.isBeingWritten(end));
    assertFalse(Notes.NONE.isBeingWritten(NOW));
    assertEquals(Notes.NONE.with(new NoteVersion("rest well", NOW)), notes.rewritten("rest well"));
  }

  @Test
  void matchTheNumberOfVersions() {
    assertThrows(InvalidValueException.class, () -> new Notes(Optional.of(rest), 0));
    assertThrows(InvalidValueException.class, () -> new Notes(Optional.empty(), 1));
  }
}
