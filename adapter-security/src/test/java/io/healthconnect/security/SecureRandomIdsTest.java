package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.IdGenerator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecureRandomIdsTest {
  private final IdGenerator ids = new SecureRandomIds();

  /** Z-03. */
  @Test
  void makesDifferentIdentifiersOfThe26CharactersOfTheContract() {
    Set<String> made =
        Stream.generate(ids::next).parallel().limit(20_000).collect(Collectors.toSet());
    assertEquals(20_000, made.size());
    assertTrue(made.stream().allMatch(id -> id.matches("[a-z2-7]{26}")));
  }

  @Test
  void usesEveryCharacterInEveryPlace() {
    Set<String> seen =
        Stream.generate(ids::next)
            .limit(2000)
            .flatMap(
                id -> Stream.iterate(0, i -> i < 26, i -> i + 1).map(i -> i + ":" + id.charAt(i)))
            .collect(Collectors.toSet());
    assertEquals(26 * 32, seen.size());
  }
}
