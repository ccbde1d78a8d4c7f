package io.healthconnect.application.contact;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides who may talk to whom: a doctor and a patient who share an appointment that was neither
 * declined nor cancelled before it took place, and neither of whom was erased, and nobody else.
 * Chat, calls, presence, records and images all use this class.
 */
public final class ContactPolicy {
  /** How long before a confirmed appointment its patient may ring. */
  public static final Duration BEFORE_START = Duration.ofMinutes(15);

  /** How long after a confirmed appointment its patient may ring. */
  public static final Duration AFTER_END = Duration.ofHours(2);

  /** No appointment is longer: {@code BookingRules} allow 8 hours. */
  private static final Duration LONGEST = Duration.ofDays(1);

  /** How many appointments are looked at for one person. */
  private static final int MOST = 50;

  private static final Set<AppointmentStatus> CONFIRMED =
      Arrays.stream(AppointmentStatus.values())
          .filter(AppointmentStatus::wasConfirmed)
          .collect(Collectors.toUnmodifiableSet());

  private static final Duration TICK = Duration.ofMillis(1);

  private final AccountRepository accounts;
  private final AppointmentRepository appointments;
  private final DoctorRepository doctors;

  public ContactPolicy(
      AccountRepository accounts, AppointmentRepository appointments, DoctorRepository doctors) {
    this.accounts = accounts;
    this.appointments = appointments;
    this.doctors = doctors;
  }

  /** Whether a person who may talk to another may also ring now. */
  public enum Ring {
    ALLOWED,
    /** The doctor has silenced rings, and must seem to be offline. */
    SILENCED,
    /**
     * There is no confirmed appointment around this time, and the doctor does not take calls at any
     * time.
     */
    NOT_NOW
  }

  public boolean mayTalk(AccountId one, AccountId other) {
    return contact(one, other).isPresent();
  }

  /** The two accounts, if they may talk to each other. */
  public Optional<Contact> contact(AccountId one, AccountId other) {
    if (one.equals(other)) {
      return Optional.empty();
    }
    Map<AccountId, Account> found = accounts.findAll(List.of(one, other));
    Account first = found.get(one);
    Account second = found.get(other);
    if (first == null || second == null || isErased(first) || isErased(second)) {
      return Optional.empty();
    }
    if (!isDoctorAndPatient(first, second)) {
      return Optional.empty();
    }
    Contact contact = new Contact(first, second);
    return appointments.haveContact(contact.doctor(), contact.patient())
        ? Optional.of(contact)
        : Optional.empty();
  }

  private static boolean isErased(Account account) {
    return account.standing().erased();
  }

  private static boolean isDoctorAndPatient(Account one, Account other) {
    return (one.role() == Role.DOCTOR && other.role() == Role.PATIENT)
        || (one.role() == Role.PATIENT && other.role() == Role.DOCTOR);
  }

  /**
   * A doctor may ring at any time; a patient for a confirmed appointment, from 15 minutes before
   * its start until 2 hours after its end, or for any appointment that was ever confirmed while the
   * doctor takes calls at any time.
   */
  public Ring ring(Contact contact, Instant now) {
    if (contact.one().role() == Role.DOCTOR) {
      return Ring.ALLOWED;
    }
    BookingRules rules = doctors.find(contact.doctor()).map(Doctor::rules).orElseThrow();
    Optional<TimeSlot> around = rules.callsAnytime() ? Optional.empty() : Optional.of(around(now));
    if (!appointments.haveConfirmed(contact.doctor(), contact.patient(), around)) {
      return Ring.NOT_NOW;
    }
    return rules.quiet() ? Ring.SILENCED : Ring.ALLOWED;
  }

  /**
   * Whether this person has a confirmed appointment that can be rung for now; to be asked before a
   * call, when devices need to know whether they may use the relay. Contact alone is not enough,
   * for doctors neither: once a call is live, its people may use the relay anyway.
   */
  public boolean hasConfirmedAround(Actor actor, Instant now) {
    TimeSlot around = around(now);
    AppointmentQuery near =
        new AppointmentQuery(
            actor.id(),
            Optional.empty(),
            CONFIRMED,
            Optional.of(around.startsAt().minus(LONGEST)),
            Optional.of(around.endsAt()),
            true,
            PageRequest.first(MOST));
    return appointments.list(near).items().stream()
        .anyMatch(appointment -> appointment.time().slot().overlaps(around));
  }

  /**
   * Whether this person may ring any contact now. Looks at {@value #MOST} contacts at most, and
   * reads each of them.
   */
  public boolean mayRingAnybody(AccountId caller, Instant now) {
    return contactsOf(caller).stream()
        .limit(MOST)
        .flatMap(callee -> contact(caller, callee).stream())
        .anyMatch(contact -> ring(contact, now) != Ring.NOT_NOW);
  }

  /** Appointments that share an instant with it can be rung for now. */
  static TimeSlot around(Instant now) {
    return new TimeSlot(now.minus(AFTER_END), now.plus(BEFORE_START).plus(TICK));
  }

  /** Everybody whom this person {@linkplain #mayTalk may talk to}. */
  public Set<AccountId> contactsOf(AccountId account) {
    return appointments.contactsOf(account);
  }

  /** Those of the others whom this person {@linkplain #mayTalk may talk to}. */
  public Set<AccountId> contactsAmong(AccountId account, Collection<AccountId> others) {
    return appointments.contactsAmong(account, others);
  }
}
