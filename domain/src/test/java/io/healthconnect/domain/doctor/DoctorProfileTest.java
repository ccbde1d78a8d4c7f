package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Patch;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DoctorProfileTest {
  private static final DoctorProfile PROFILE =
      new DoctorProfile(
          "Cardiology", 5, "MD", "Hearts.", Optional.of("+49 30 1234"), ZoneId.of("UTC"));

  private static DoctorProfile with(
      String specialization, int experience, String qualification, String about) {
    return new DoctorProfile(
        specialization, experience, qualification, about, Optional.empty(), ZoneId.of("UTC"));
  }

  private static String refused(Runnable making) {
    return assertThrows(InvalidValueException.class, making::run).field();
  }

  private static DoctorProfile.Change number(Patch<String> contactNumber) {
    return new DoctorProfile.Change(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        contactNumber,
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void keepsItsLimits() {
    assertEquals(80, with("x".repeat(80), 80, "x".repeat(200), "x".repeat(4000)).experience());
    assertEquals("", with("x", 0, "", "").qualification());
    assertEquals("specialization", refused(() -> with(" ", 5, "", "")));
    assertEquals("specialization", refused(() -> with("x".repeat(81), 5, "", "")));
    assertEquals("experience", refused(() -> with("x", -1, "", "")));
    assertEquals("experience", refused(() -> with("x", 81, "", "")));
    assertEquals("qualification", refused(() -> with("x", 5, "x".repeat(201), "")));
    assertEquals("about", refused(() -> with("x", 5, "", "x".repeat(4001))));
  }

  private static DoctorProfile speaking(String... tags) {
    return new DoctorProfile(
        "x",
        0,
        "",
        "",
        Optional.empty(),
        ZoneId.of("UTC"),
        Stream.of(tags).map(Language::new).toList());
  }

  @Test
  void namesAtMostTenLanguagesAndNoneTwice() {
    String[] ten = "en es de fr pt ar ru zh hi fil".split(" ");
    assertEquals(10, speaking(ten).languages().size());
    assertEquals(new Language("fil"), speaking(ten).languages().get(9));
    assertEquals(
        "languages", refused(() -> speaking("en es de fr pt ar ru zh hi fil it".split(" "))));
    assertEquals("languages", refused(() -> speaking("en", "es", "en")));
    assertEquals(List.of(), PROFILE.languages());
    assertEquals(ten.length, speaking(ten).requireContactNumber().languages().size());
    assertEquals(List.of(), speaking(ten).erased().languages());
  }

  @Test
  void aChangeReplacesWhatItHoldsAndKeepsTheRest() {
    assertEquals(PROFILE, DoctorProfile.Change.NONE.applyTo(PROFILE));
    DoctorProfile.Change all =
        new DoctorProfile.Change(
            Optional.of("Urology"),
            Optional.of(6),
            Optional.of("PhD"),
            Optional.of(""),
            Patch.set("+49 30 99"),
            Optional.of(ZoneId.of("Asia/Tokyo")),
            Optional.of(List.of(new Language("ja"))));
    assertEquals(
        new DoctorProfile(
            "Urology",
            6,
            "PhD",
            "",
            Optional.of("+49 30 99"),
            ZoneId.of("Asia/Tokyo"),
            List.of(new Language("ja"))),
        all.applyTo(PROFILE));
    assertEquals(Optional.empty(), number(Patch.clear()).applyTo(PROFILE).contactNumber());
  }

  @Test
  void aNewContactNumberIsATelephoneNumberAndAnOldOneStaysReadable() {
    assertEquals("contactNumber", refused(() -> number(Patch.set("abc")).applyTo(PROFILE)));
    DoctorProfile old =
        new DoctorProfile("Cardiology", 5, "", "", Optional.of("abc"), ZoneId.of("UTC"));
    assertEquals("contactNumber", refused(old::requireContactNumber));
    assertEquals(old, DoctorProfile.Change.NONE.applyTo(old));
    assertEquals(PROFILE, PROFILE.requireContactNumber());
  }
}
