package io.healthconnect.testkit.appointment;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.UNLIMITED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.testkit.Race;
import io.healthconnect.testkit.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * T-02: many threads book, reschedule and cancel at random. Whatever succeeded is stored, and no
 * two occupying appointments of a person overlap. {@code -Doverlap.operations=100000} and {@code
 * -Doverlap.threads=16} make it longer.
 */
public interface OverlapContract {
  int DOCTORS = 3;
  int PATIENTS = 5;
  int THREADS = Integer.getInteger("overlap.threads", 8);
  int OPERATIONS = Integer.getInteger("overlap.operations", 200) / THREADS;
  long SEED = 20_260_101;

  /** The empty store under test; the same one throughout a test. */
  Stores stores();

  @Test
  default void t02NothingOverlapsAfterAMixOfBookingsMovesAndCancellations() {
    List<String> doctors = IntStream.range(0, DOCTORS).mapToObj(i -> "d" + i).toList();
    List<String> patients = IntStream.range(0, PATIENTS).mapToObj(i -> "p" + i).toList();
    doctors.forEach(doctor -> patients.forEach(patient -> People.add(stores(), doctor, patient)));
    SplittableRandom seeds = new SplittableRandom(SEED);
    List<SplittableRandom> randoms =
        IntStream.range(0, THREADS).mapToObj(i -> seeds.split()).toList();

    List<List<Appointment>> results = Race.of(THREADS, i -> () -> operate(i, randoms.get(i)));

    List<Appointment> expected = results.stream().flatMap(List::stream).toList();
    assertTrue(expected.size() > THREADS, "only " + expected.size() + " were booked");
    for (Appointment each : expected) {
      assertEquals(Optional.of(each), stores().appointments().find(each.id()));
    }
    long occupying = expected.stream().filter(each -> each.status().occupies()).count();
    assertEquals(occupying, withoutOverlap(doctors));
    assertEquals(occupying, withoutOverlap(patients));
  }

  /**
   * @return the thread's appointments as last stored
   */
  private List<Appointment> operate(int thread, SplittableRandom random) {
    List<Appointment> own = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      int place = own.isEmpty() ? -1 : random.nextInt(own.size());
      boolean change = place >= 0 && random.nextInt(3) == 0;
      if (!change) {
        book("v" + thread + "-" + i, random).ifPresent(own::add);
      } else if (own.get(place).status().occupies()) {
        Appointment appointment = own.get(place);
        own.set(place, random.nextBoolean() ? moved(appointment, random) : cancelled(appointment));
      }
    }
    return own;
  }

  private Optional<Appointment> book(String id, SplittableRandom random) {
    String doctor = "d" + random.nextInt(DOCTORS);
    String patient = "p" + random.nextInt(PATIENTS);
    Appointment appointment =
        Appointments.pending(id, doctor, patient, at(minute(random), length(random)));
    return stores()
        .appointments()
        .book(appointment, Optional.empty(), UNLIMITED)
        .fold(Optional::of, conflict -> Optional.empty());
  }

  private Appointment moved(Appointment appointment, SplittableRandom random) {
    Appointment moved = Appointments.movedTo(appointment, at(minute(random), length(random)));
    return stores()
        .appointments()
        .reschedule(moved, UNLIMITED)
        .fold(stored -> stored, conflict -> appointment);
  }

  private Appointment cancelled(Appointment appointment) {
    return stores()
        .appointments()
        .save(value(appointment.cancel(appointment.patientId().account(), "Ill", BOOKED)));
  }

  private static int minute(SplittableRandom random) {
    return 5 * random.nextInt(60);
  }

  private static int length(SplittableRandom random) {
    return 5 * random.nextInt(1, 8);
  }

  /**
   * @return how many occupying appointments the people have; fails if two overlap
   */
  private long withoutOverlap(List<String> people) {
    return people.stream().flatMap(this::occupying).count();
  }

  private Stream<Appointment> occupying(String person) {
    List<Appointment> found = new ArrayList<>();
    PageRequest page = PageRequest.first(PageRequest.MAX_LIMIT);
    for (; ; ) {
      var next = stores().appointments().list(query(person, page));
      found.addAll(next.items());
      if (next.next().isEmpty()) {
        break;
      }
      page = new PageRequest(PageRequest.MAX_LIMIT, next.next());
    }
    Instant end = Instant.MIN;
    for (Appointment each : found) {
      assertFalse(each.time().slot().startsAt().isBefore(end), person + " " + each.time());
      end = each.time().slot().endsAt();
    }
    return found.stream();
  }

  private static AppointmentQuery query(String person, PageRequest page) {
    return new AppointmentQuery(
        new AccountId(person),
        Optional.empty(),
        Set.of(AppointmentStatus.PENDING, AppointmentStatus.SCHEDULED),
        Optional.empty(),
        Optional.empty(),
        false,
        page);
  }
}
