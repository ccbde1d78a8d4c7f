package io.healthconnect.application.doctor;

import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Guesses what somebody meant whose search finds nobody: takes the nearest word for each word that
 * no doctor has. Words of specializations come before those by which people look for specialties,
 * and these before names.
 */
final class WordCorrector {
  /** The first letters are seldom mistyped. */
  private static final int SURE_LETTERS = 2;

  private static final int MOST_NAMES = 1_000;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final DoctorRepository doctors;

  WordCorrector(DoctorRepository doctors) {
    this.doctors = doctors;
  }

  /** The words that were probably meant; empty if there is no better guess than these. */
  Optional<Set<String>> correct(Set<String> words) {
    Map<String, String> specialties = new LinkedHashMap<>();
    Set<String> corrected = new LinkedHashSet<>();
    for (String word : words) {
      Optional<String> meant = isKnown(word) ? Optional.of(word) : nearest(word, specialties);
      if (meant.isEmpty()) {
        return Optional.empty();
      }
      corrected.add(meant.get());
    }
    return Optional.of(corrected).filter(guess -> !guess.equals(words));
  }

  private boolean isKnown(String word) {
    return doctors.count(DoctorSearch.ofWord(word), 1) > 0;
  }

  private record Near(String word, int distance) {}

  /**
   * @param specialties is filled for the first word that needs it
   */
  private Optional<String> nearest(String word, Map<String, String> specialties) {
    int most = mistakesIn(word);
    if (most == 0) {
      return Optional.empty();
    }
    if (specialties.isEmpty()) {
      addSpecialties(specialties);
    }
    Map<String, String> candidates = new LinkedHashMap<>(specialties);
    addNames(word, candidates);
    return candidates.entrySet().stream()
        .map(each -> new Near(each.getValue(), distance(word, each.getKey())))
        .filter(near -> near.distance() <= most)
        .min(Comparator.comparingInt(Near::distance))
        .map(Near::word);
  }

  /** How many mistakes are forgiven. */
  private static int mistakesIn(String word) {
    int letters = word.codePointCount(0, word.length());
    if (letters < 4) {
      return 0;
    }
    return letters < 8 ? 1 : 2;
  }

  /** A word that is not finished is no mistake. */
  private static int distance(String word, String candidate) {
    return candidate.startsWith(word) ? 0 : EditDistance.between(word, candidate);
  }

  /** Folded words, and how they are spelled. */
  private void addSpecialties(Map<String, String> candidates) {
    for (SpecializationCount each : doctors.specializations()) {
      WORD.matcher(each.specialization())
          .results()
          .map(MatchResult::group)
          .forEach(written -> candidates.putIfAbsent(SearchWords.fold(written), written));
    }
    SearchWords.ofSpecialties()
        .forEach(written -> candidates.putIfAbsent(SearchWords.fold(written), written));
  }

  private void addNames(String word, Map<String, String> candidates) {
    String beginning = word.substring(0, word.offsetByCodePoints(0, SURE_LETTERS));
    doctors.wordsBeginning(beginning, MOST_NAMES).stream()
        .sorted()
        .forEach(name -> candidates.putIfAbsent(name, name));
  }
}
