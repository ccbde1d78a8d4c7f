package io.healthconnect.benchmarks.requests;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The people who make the requests. All of them sign up before anything is measured.
 *
 * @param doctors twenty, who are the first page of the list of doctors
 * @param readers for each connection a patient with an appointment of each of the twenty, and a
 *     conversation of fifty messages with the first of them
 * @param writers for each connection a pair who write to each other
 * @param booked for each connection four doctors with a free time every five minutes, for a year
 * @param bookers patients, each of whom books as often as one patient may, over one connection
 */
record Practice(
    List<Person> doctors,
    List<Person> readers,
    List<Pair> writers,
    List<Person> booked,
    List<Person> bookers) {
  private static final int DOCTORS = 20;
  private static final int MESSAGES = 50;
  private static final int BOOKED = 4;
  private static final int OPEN_APPOINTMENTS = 20;
  private static final int TIMES_A_DAY = 280;

  /** The limits of a server of its own, which the harness otherwise raises. */
  static final Map<String, String> LIMITS =
      Map.of(
          "LIMIT_OPEN_APPOINTMENTS",
          Integer.toString(OPEN_APPOINTMENTS),
          "LIMIT_OPEN_APPOINTMENTS_PER_DOCTOR",
          Integer.toString(OPEN_APPOINTMENTS / BOOKED));

  /**
   * @param bookings how many will be made
   */
  static Practice open(Api api, int connections, long bookings)
      throws IOException, InterruptedException {
    List<Person> doctors = new ArrayList<>();
    for (int i = 0; i < DOCTORS; i++) {
      doctors.add(Person.doctor(api, "doctor-" + i));
    }
    List<Person> readers = new ArrayList<>();
    List<Pair> writers = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      readers.add(reader(api, doctors, i));
      writers.add(Pair.create(api, "writer-" + i));
    }
    List<Person> booked = new ArrayList<>();
    for (int i = 0; i < BOOKED * connections; i++) {
      Person doctor = Person.doctor(api, "the-booked-" + i);
      api.put("/api/doctors/me", doctor.token(), Map.of("slotMinutes", 5, "horizonDays", 365))
          .expect(200);
      booked.add(doctor);
    }
    List<Person> bookers = new ArrayList<>();
    for (int i = 0; i < bookings / OPEN_APPOINTMENTS + connections; i++) {
      bookers.add(Person.patient(api, "booker-" + i));
    }
    return new Practice(doctors, readers, writers, booked, bookers);
  }

  private static Person reader(Api api, List<Person> doctors, int number)
      throws IOException, InterruptedException {
    Person patient = Person.patient(api, "reader-" + number);
    for (int i = 0; i < DOCTORS; i++) {
      LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(2 + i);
      String time = LocalTime.of(8 + number, 0).toString();
      new Pair(doctors.get(i), patient)
          .book(api, new Pair.Slot(date.toString(), time, ""))
          .expect(201);
    }
    Pair chat = new Pair(doctors.get(0), patient);
    for (int i = 0; i < MESSAGES / 2; i++) {
      chat.sendFromPatient(api, "How should I take the tablets?", "p-" + i).expect(201);
      chat.sendFromDoctor(api, "One in the evening, with some water.", "d-" + number + "-" + i)
          .expect(201);
    }
    return patient;
  }

  /** Which booking of its connection this is: no two connections book for the same people. */
  private long turn(long number) {
    return number / readers.size();
  }

  private int connection(long number) {
    return (int) (number % readers.size());
  }

  /** The patient who makes a booking. */
  Person booker(long number) {
    long before = turn(number) / OPEN_APPOINTMENTS;
    return bookers.get((int) before * readers.size() + connection(number));
  }

  Person bookedBy(long number) {
    return booked.get(connection(number) * BOOKED + (int) (turn(number) % BOOKED));
  }

  Map<String, String> booking(long number) {
    LocalDate date = LocalDate.now(ZoneOffset.UTC).plusDays(2 + turn(number) / TIMES_A_DAY);
    LocalTime time = LocalTime.MIDNIGHT.plusMinutes(5 * (turn(number) % TIMES_A_DAY));
    return Map.of(
        "doctorId",
        bookedBy(number).id(),
        "date",
        date.toString(),
        "startTime",
        time.toString(),
        "mode",
        "video",
        "reason",
        "Check-up");
  }
}
