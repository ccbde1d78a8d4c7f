package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PatchTest {
  @Test
  void keepsClearsOrReplacesAValue() {
    assertEquals(Optional.of("old"), Patch.<String>keep().applyTo(Optional.of("old")));
    assertEquals(Optional.empty(), Patch.<String>keep().applyTo(Optional.empty()));
    assertEquals(Optional.empty(), Patch.<String>clear().applyTo(Optional.of("old")));
    assertEquals(Optional.of("new"), Patch.set("new").applyTo(Optional.of("old")));
    assertEquals(Optional.of("new"), Patch.set("new").applyTo(Optional.empty()));
  }
}
