package io.healthconnect.mongo;

import static io.healthconnect.testkit.appointment.Appointments.BOOKED;
import static io.healthconnect.testkit.appointment.Appointments.at;
import static io.healthconnect.testkit.appointment.Appointments.value;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.appointment.Appointments;
import io.healthconnect.testkit.appointment.People;
import io.healthconnect.testkit.message.Drafts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * More of everything than fits on a page: 40 people of each role, whose patients are contacts of
 * doctor d00.
 */
final class IndexUseData {
  static final int PEOPLE = 40;
  static final AccountId DOCTOR = new AccountId("d00");
  static final Conversation LONG = Conversation.between(DOCTOR, new AccountId("p00"));

  private IndexUseData() {}

  static void fill(Stores stores) {
    for (int i = 0; i < PEOPLE; i++) {
      People.add(stores, id("d", i), id("p", i));
      Account account = stores.accounts().find(new AccountId(id("d", i))).orElseThrow();
      stores.accounts().save(account.withName(new PersonName("Name " + i % 7 + " Nr " + i)));
      Appointment appointment = Appointments.pending(id("v", i), "d00", id("p", i), 30 * i);
      Appointment booked =
          value(stores.appointments().book(appointment, Optional.empty(), Appointments.UNLIMITED));
      if (i % 2 == 1) {
        Appointment done = stores.appointments().save(Appointments.completed(booked));
        stores.appointments().addReview(value(done.reviewed(1 + i % 5, "", BOOKED)));
      }
      stores
          .sessions()
          .open(Accounts.session("s" + i, account.id()), Accounts.credentials(account.id()));
      send(stores, "first-" + i, id("p", i));
      send(stores, "more-" + i, "p00");
    }
  }

  private static void send(Stores stores, String id, String patient) {
    value(stores.messages().append(Drafts.text(id, patient, "d00", "Hi")));
  }

  private static String id(String role, int number) {
    return String.format(Locale.ROOT, "%s%02d", role, number);
  }

  static PageRequest page(Cursor after) {
    return new PageRequest(5, Optional.of(after));
  }

  static AppointmentQuery appointments(String person, boolean descending, PageRequest page) {
    return new AppointmentQuery(
        new AccountId(person),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        descending,
        page);
  }

  static DoctorSearch doctors(DoctorSearch.Sort sort, PageRequest page) {
    return new DoctorSearch(Set.of(), Optional.empty(), 0, 0, sort, page);
  }

  static void readSlots(Stores stores) {
    stores.appointments().occupying(DoctorId.of("d00"), at(60, 300).slot());
    stores
        .appointments()
        .occupied(List.of(DoctorId.of("d00"), DoctorId.of("d01")), at(60, 300).slot());
  }

  static void readContacts(Stores stores) {
    stores.appointments().contactsOf(DOCTOR);
    stores.appointments().haveContact(DoctorId.of("d00"), PatientId.of("p07"));
    stores.appointments().patientsOf(DoctorId.of("d00"), page(new Cursor("", "p10")));
  }
}
