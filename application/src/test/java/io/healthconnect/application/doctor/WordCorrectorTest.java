package io.healthconnect.application.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordCorrectorTest {
  private final InMemoryStore store = new InMemoryStore();
  private final WordCorrector corrector = new WordCorrector(store.doctors());

  @BeforeEach
  void fill() {
    add(Accounts.account("d1", Role.DOCTOR, "Élodie Müller", "d1@example.org"), "Dermatología");
    add(Accounts.account("d2", Role.DOCTOR, "Bob Schneider", "d2@example.org"), "Cardiology");
    add(Accounts.pending("d3"), "Gastroenterology");
  }

  private void add(Account account, String specialization) {
    store
        .doctors()
        .add(
            account,
            Accounts.HASH,
            Doctors.practising(account.id().value(), specialization, 5, ""));
  }

  private Optional<String> correct(String query) {
    return corrector.correct(SearchWords.of(query)).map(words -> String.join(" ", words));
  }

  @ParameterizedTest
  @CsvSource({
    "dermatolgía, Dermatología",
    "drematolojia, Dermatología",
    "kardiology, Cardiology",
    "heatr, heart",
    "corazno, corazón",
    "sarpull, sarpullido",
    "mueller, muller",
    "schnieder, schneider",
    "bob schnieder, bob schneider",
    "bob kardiology mullre, bob Cardiology muller"
  })
  void takesTheNearestWordThatSomebodyHas(String query, String meant) {
    assertEquals(Optional.of(meant), correct(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---",
        "mul",
        "bib",
        "bob",
        "heart",
        "mullerxxx",
        "qwertyuiop",
        "mueller qwertyuiop",
        "gastroenterolgi",
        "chneider bib"
      })
  void leavesTheOthersAsTheyAre(String query) {
    assertEquals(Optional.empty(), correct(query));
  }

  @Test
  void prefersSpecializationsToOtherWords() {
    add(Accounts.account("d4", Role.DOCTOR, "Heartz Skan", "d4@example.org"), "Skit");
    assertEquals(List.of("Skit"), List.copyOf(corrector.correct(Set.of("skiz")).orElseThrow()));
    assertEquals(Optional.of("heart"), correct("hearz"));
  }
}
