package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialtyTest {
  private static boolean finds(String query, String specialization) {
    Set<String> stored = SearchWords.stored(specialization);
    return SearchWords.beginnings(List.of(query)).stream()
        .allMatch(
            beginnings ->
                stored.stream().anyMatch(word -> beginnings.stream().anyMatch(word::startsWith)));
  }

  @ParameterizedTest
  @CsvSource({
    "rash, Dermatology",
    "Sarpullido, dermatología",
    "skin, Dermatologist",
    "heart, Cardiology",
    "chest, Cardiología",
    "corazón, Cardiologie",
    "corazon, CARDIOLOGÍA",
    "child, Pediatrics",
    "babies, Paediatrics",
    "niños, Pediatría",
    "niña, Pediatrician",
    "mood, Psychiatry",
    "sleep, Psiquiatría",
    "ansiedad, Psicología",
    "headaches, Neurology",
    "convulsiones, Neurología",
    "back, Orthopaedics",
    "rodilla, Traumatología",
    "throat, ENT",
    "oídos, Otorrinolaringología",
    "eyes, Ophthalmology",
    "embarazo, Obstetrics",
    "tos, Neumología",
    "riñones, Nefrología",
    "fever, Family Medicine",
    "gripe, Medicina General",
    "tooth, Odontología",
    "dermatologist, Dermatología",
    "cardiología, Cardiology"
  })
  void complaintsAndNamesInOneLanguageFindSpecialtiesInAnother(String query, String written) {
    assertTrue(finds(query, written), () -> SearchWords.beginnings(List.of(query)).toString());
  }

  @ParameterizedTest
  @CsvSource({
    "heart, Dermatology",
    "hear, Cardiology",
    "ra, Dermatology",
    "entwistle, ENT",
    "dermatitis, Dermatology",
    "chest rash, Cardiology"
  })
  void findsNoOthers(String query, String written) {
    assertFalse(finds(query, written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sara", "cora", "muller", "s", "es"})
  void namesMeanNoSpecialty(String name) {
    assertEquals(Set.of(), Specialty.beginnings(name));
  }

  @Test
  void eachWordMeansSomethingAndEachBeginningIsFolded() {
    for (String word : SearchWords.ofSpecialties()) {
      String folded = SearchWords.fold(word);
      assertEquals(Set.of(folded), SearchWords.of(word));
      Set<String> beginnings = Specialty.beginnings(folded);
      assertFalse(beginnings.isEmpty(), word);
      beginnings.forEach(each -> assertEquals(each, SearchWords.fold(each)));
    }
  }
}
