package io.healthconnect.testkit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.DoctorSearch.Sort;
import io.healthconnect.domain.doctor.Language;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.patient.Patients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of searches in the directory: which doctors, and in which order. */
public interface DirectoryContract {
  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  private void doctor(String id, String name, String specialization, int years, String degree) {
    stores()
        .doctors()
        .add(
            Accounts.account(id, Role.DOCTOR, name, id + "@example.org"),
            Accounts.HASH,
            Doctors.practising(id, specialization, years, degree));
  }

  private void some() {
    doctor("d1", "Élodie Müller", "Cardiology", 5, "MD");
    doctor("d2", "anna Schmidt", "Dermatology", 20, "PhD Boston");
    doctor("d3", "Bob Müller-Boss", "cardiology", 5, "");
    doctor("d4", "Zoe Adams", "Pediatrics", 1, "MD");
  }

  private static DoctorSearch sorted(Sort sort) {
    return new DoctorSearch(Set.of(), Optional.empty(), 0, 0, sort, PageRequest.first(100));
  }

  private static DoctorSearch words(String... words) {
    return new DoctorSearch(
        Set.of(words), Optional.empty(), 0, 0, Sort.NAME, PageRequest.first(100));
  }

  private List<String> found(DoctorSearch search) {
    return ids(stores().doctors().search(search));
  }

  private static List<String> ids(Page<DoctorListing> page) {
    return page.items().stream().map(listing -> listing.doctor().id().value()).toList();
  }

  @Test
  default void ordersByNameWithoutCaseAndAccents() {
    some();
    assertEquals(List.of("d2", "d3", "d1", "d4"), found(sorted(Sort.NAME)));
  }

  @Test
  default void findsNamesInEveryScript() {
    doctor("d1", "Aylin Işık", "Cardiology", 1, "");
    doctor("d2", "Łukasz Nowak", "Cardiology", 1, "");
    doctor("d3", "王小明", "Cardiology", 1, "");
    doctor("d4", "राम कुमार", "Cardiology", 1, "");
    doctor("d5", "रोहित शर्मा", "Cardiology", 1, "");
    assertEquals(List.of("d1"), found(words("isik")));
    assertEquals(List.of("d2"), found(words("lukasz")));
    assertEquals(List.of("d3"), found(words("小明")));
    assertEquals(List.of("d4"), found(words("राम")));
    assertEquals(List.of(), found(words("小王")));
  }

  @Test
  default void findsNobodyByPunctuation() {
    some();
    for (String query : List.of("---", "-", "...", "\uD83D\uDE00")) {
      assertEquals(List.of(), found(words(query)), query);
      assertEquals(List.of(), found(words("mull", query)), query);
    }
  }

  @Test
  default void findsBeginningsOfWords() {
    some();
    assertEquals(List.of("d3", "d1"), found(words("mull")));
    assertEquals(List.of("d3", "d1"), found(words("MÜL", "card")));
    assertEquals(List.of("d2", "d3"), found(words("bos")));
    assertEquals(List.of("d2"), found(words("bos", "derm")));
    assertEquals(List.of(), found(words("uller")));
    assertEquals(List.of(), found(words("mull", "xyz")));
  }

  @Test
  default void findsSpecialtiesByWhatTheyTreat() {
    some();
    doctor("d5", "Luis Vega", "Cardiología", 3, "");
    doctor("d6", "Heart Lee", "Dermatology", 3, "");
    assertEquals(List.of("d3", "d1", "d6", "d5"), found(words("heart")));
    assertEquals(List.of("d3", "d1", "d5"), found(words("corazón")));
    assertEquals(List.of("d3", "d1", "d5"), found(words("Cardiologist")));
    assertEquals(List.of("d2", "d6"), found(words("rash")));
    assertEquals(List.of("d6"), found(words("rash", "heart")));
    assertEquals(List.of("d3"), found(words("bob", "hearts")));
    assertEquals(List.of("d4"), found(words("child")));
    assertEquals(List.of(), found(words("child", "bob")));
    assertEquals(List.of("d6"), found(words("hea", "lee")));
    assertEquals(4, stores().doctors().count(words("heart"), 100));
  }

  @Test
  default void knowsTheWordsThatBeginLikeAnother() {
    some();
    stores()
        .doctors()
        .add(Accounts.pending("d5"), Accounts.HASH, Doctors.practising("d5", "Muttering", 1, ""));
    assertEquals(Set.of("muller"), stores().doctors().wordsBeginning("mu", 100));
    assertEquals(Set.of("md"), stores().doctors().wordsBeginning("md", 100));
    assertEquals(Set.of("bob", "boss", "boston"), stores().doctors().wordsBeginning("bo", 100));
    assertEquals(Set.of(), stores().doctors().wordsBeginning("xy", 100));
    assertEquals(1, stores().doctors().wordsBeginning("md", 1).size());
  }

  @Test
  default void filtersBySpecializationAndExperience() {
    some();
    assertEquals(
        List.of("d3", "d1"),
        found(
            new DoctorSearch(
                Set.of(), Optional.of("CARDIOLOGY"), 0, 0, Sort.NAME, PageRequest.first(10))));
    assertEquals(
        List.of("d2", "d3", "d1"),
        found(
            new DoctorSearch(Set.of(), Optional.empty(), 5, 0, Sort.NAME, PageRequest.first(10))));
  }

  @Test
  default void filtersByLanguageInEachOrderAndWithTheOtherFilters() {
    some();
    speak("d1", "en", "es");
    speak("d2", "es");
    speak("d4", "en");
    for (Sort sort : Sort.values()) {
      DoctorSearch spanish = sorted(sort).withLanguage(new Language("es"));
      assertEquals(Set.of("d1", "d2"), Set.copyOf(found(spanish)), sort.code());
      assertEquals(2, stores().doctors().count(spanish, 100));
      DoctorSearch first = spanish.withPage(PageRequest.first(1));
      Page<DoctorListing> page = stores().doctors().search(first);
      DoctorSearch second = spanish.withPage(new PageRequest(1, page.next()));
      assertEquals(1, page.items().size());
      assertEquals(
          found(spanish),
          Stream.of(ids(page), found(second)).flatMap(List::stream).toList(),
          sort.code());
      assertEquals(List.of(), found(sorted(sort).withLanguage(new Language("de"))));
    }
    DoctorSearch spanish = words("mull").withLanguage(new Language("es"));
    assertEquals(List.of("d1"), found(spanish));
    assertEquals(1, stores().doctors().count(spanish, 100));
    DoctorSearch cardiologists =
        new DoctorSearch(Set.of(), Optional.of("cardiology"), 0, 0, Sort.NAME, PageRequest.first(9))
            .withLanguage(new Language("en"));
    assertEquals(List.of("d1"), found(cardiologists));
    assertEquals(1, stores().doctors().count(cardiologists, 100));
  }

  @Test
  default void aDoctorOfALanguageFollowsEachChange() {
    some();
    speak("d1", "en");
    speak("d2", "en", "es");
    speak("d4", "en");
    Language english = new Language("en");
    rate("d1", 5, 0);
    assertEquals("d1", found(sorted(Sort.RATING).withLanguage(english)).get(0));
    Account account = stores().accounts().find(Accounts.doctor("d4").id()).orElseThrow();
    stores().accounts().save(account.withName(new PersonName("Aaron Newname")));
    assertEquals(List.of("d4", "d2", "d1"), found(sorted(Sort.NAME).withLanguage(english)));
    Doctor stored = stores().doctors().find(DoctorId.of("d4")).orElseThrow();
    stores()
        .doctors()
        .save(
            Doctors.speaking(Doctors.practising("d4", "Urology", 40, ""), "en")
                .withVersion(stored.version()));
    assertEquals(List.of("d4", "d2", "d1"), found(sorted(Sort.EXPERIENCE).withLanguage(english)));
    speak("d2", "es");
    assertEquals(List.of("d4", "d1"), found(sorted(Sort.NAME).withLanguage(english)));
    speak("d4");
    assertEquals(List.of("d1"), found(sorted(Sort.NAME).withLanguage(english)));
  }

  private void speak(String id, String... tags) {
    Doctor stored = stores().doctors().find(DoctorId.of(id)).orElseThrow();
    Doctor saved = stores().doctors().save(Doctors.speaking(stored, tags));
    assertEquals(List.of(tags), saved.profile().languages().stream().map(Language::tag).toList());
  }

  @Test
  default void countsMatchesUpToALimit() {
    some();
    assertEquals(4, stores().doctors().count(sorted(Sort.NAME), 100));
    assertEquals(3, stores().doctors().count(sorted(Sort.RATING), 3));
    assertEquals(2, stores().doctors().count(words("mull"), 100));
    assertEquals(0, stores().doctors().count(words("mull", "xyz"), 100));
    DoctorSearch cardiologists =
        new DoctorSearch(
            Set.of(), Optional.of("CARDIOLOGY"), 5, 0, Sort.EXPERIENCE, PageRequest.first(1));
    assertEquals(2, stores().doctors().count(cardiologists, 100));
    PageRequest later = new PageRequest(1, stores().doctors().search(cardiologists).next());
    assertEquals(
        2,
        stores()
            .doctors()
            .count(
                new DoctorSearch(Set.of(), Optional.of("cardiology"), 0, 0, Sort.EXPERIENCE, later),
                100));
  }

  @Test
  default void ordersByExperienceLongestFirst() {
    some();
    assertEquals(List.of("d2", "d3", "d1", "d4"), found(sorted(Sort.EXPERIENCE)));
  }

  @Test
  default void ordersByRatingBestFirstUnratedLast() {
    some();
    rate("d1", 4, 0);
    rate("d3", 5, 60);
    rate("d4", 4, 120);
    rate("d4", 4, 180);
    assertEquals(List.of("d3", "d4", "d1", "d2"), found(sorted(Sort.RATING)));
    assertEquals(
        List.of("d3"),
        found(
            new DoctorSearch(
                Set.of(), Optional.empty(), 0, 4.01, Sort.RATING, PageRequest.first(10))));
    assertEquals(
        List.of("d3", "d4", "d1"),
        found(
            new DoctorSearch(
                Set.of(), Optional.empty(), 0, 4, Sort.RATING, PageRequest.first(10))));
  }

  private void rate(String doctor, int stars, int minute) {
    if (stores().accounts().find(Accounts.patient("p1").id()).isEmpty()) {
      stores().patients().add(Accounts.patient("p1"), Accounts.HASH, Patients.blank("p1"));
    }
    var booked =
        Appointments.value(
            stores()
                .appointments()
                .book(
                    Appointments.pending("v" + minute, doctor, "p1", minute),
                    Optional.empty(),
                    Appointments.UNLIMITED));
    var completed = Appointments.completed(booked);
    var saved = stores().appointments().save(completed);
    stores()
        .appointments()
        .addReview(Appointments.value(saved.reviewed(stars, "", Appointments.BOOKED)));
  }

  @Test
  default void pagesWithoutGapsOrRepeatsWhateverTheOrder() {
    for (int i = 0; i < 7; i++) {
      doctor("t" + i, "Same Name", "Same", 7, "");
    }
    doctor("d1", "Ada", "Other", 9, "");
    for (Sort sort : Sort.values()) {
      List<String> seen = new ArrayList<>();
      Optional<Cursor> after = Optional.empty();
      do {
        Page<DoctorListing> page =
            stores()
                .doctors()
                .search(
                    new DoctorSearch(
                        Set.of(), Optional.empty(), 0, 0, sort, new PageRequest(2, after)));
        seen.addAll(ids(page));
        after = page.next();
      } while (after.isPresent());
      assertEquals(found(sorted(sort)), seen, sort.code());
      assertEquals(8, Set.copyOf(seen).size());
    }
  }

  @Test
  default void followsAChangeOfNameAndProfile() {
    some();
    Account account = stores().accounts().find(Accounts.doctor("d4").id()).orElseThrow();
    stores().accounts().save(account.withName(new PersonName("Aaron Newname")));
    assertEquals(List.of("d4"), found(words("newn")));
    assertEquals(List.of(), found(words("adams")));
    assertEquals("d4", found(sorted(Sort.NAME)).get(0));
    stores().doctors().save(Doctors.practising("d4", "Urology", 1, "Fellow"));
    assertEquals(List.of("d4"), found(words("urol", "fell", "newn")));
    assertEquals(List.of(), found(words("pedi")));
  }

  @Test
  default void refusesACursorThatSomebodyMadeUp() {
    some();
    for (Sort sort : List.of(Sort.RATING, Sort.EXPERIENCE, Sort.SOONEST)) {
      PageRequest page = new PageRequest(2, Optional.of(new Cursor("made-up", "x")));
      DoctorSearch search = new DoctorSearch(Set.of(), Optional.empty(), 0, 0, sort, page);
      assertThrows(InvalidValueException.class, () -> stores().doctors().search(search));
    }
  }
}
