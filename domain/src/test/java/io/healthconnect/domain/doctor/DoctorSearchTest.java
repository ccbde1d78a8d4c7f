package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.PageRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoctorSearchTest {
  private static final DoctorSearch SEARCH =
      new DoctorSearch(
          new LinkedHashSet<>(List.of("zoe", "ann", "heart")),
          Optional.of("Cardiology"),
          3,
          4,
          DoctorSearch.Sort.RATING,
          PageRequest.first(5));

  @Test
  void keepsItsWordsInTheirOrder() {
    assertEquals(List.of("zoe", "ann", "heart"), new ArrayList<>(SEARCH.words()));
    assertThrows(UnsupportedOperationException.class, () -> SEARCH.words().add("more"));
  }

  @Test
  void isTheSameForOtherWordsAndForAnotherPage() {
    DoctorSearch corrected = SEARCH.withWords(Set.of("hart"));
    assertEquals(Set.of("hart"), corrected.words());
    assertEquals(SEARCH, corrected.withWords(SEARCH.words()));
    DoctorSearch longer = SEARCH.withPage(PageRequest.first(50));
    assertEquals(50, longer.page().limit());
    assertEquals(SEARCH, longer.withPage(SEARCH.page()));
  }

  @Test
  void keepsItsLanguageForOtherWordsAndPages() {
    Optional<Language> spanish = Optional.of(new Language("es"));
    DoctorSearch search = SEARCH.withLanguage(new Language("es"));
    assertEquals(Optional.empty(), SEARCH.language());
    assertEquals(spanish, search.withWords(Set.of()).language());
    assertEquals(spanish, search.withPage(PageRequest.first(1)).language());
    assertEquals(SEARCH.specialization(), search.specialization());
  }

  @Test
  void ofAWordAsksForNothingElse() {
    DoctorSearch one = DoctorSearch.ofWord("heart");
    assertEquals(Set.of("heart"), one.words());
    assertEquals(Optional.empty(), one.specialization());
    assertEquals(List.of(0, 0.0), List.of(one.minExperience(), one.minRating()));
    assertEquals(1, one.page().limit());
  }
}
