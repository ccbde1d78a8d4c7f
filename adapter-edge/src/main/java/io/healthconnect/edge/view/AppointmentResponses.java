package io.healthconnect.edge.view;

import io.healthconnect.application.Actor;
import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.appointment.FindNewPatients;
import io.healthconnect.application.doctor.FindDoctor;
import io.healthconnect.application.waiting.FindAttendances;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.NoteVersion;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.waiting.Attendance;
import io.healthconnect.domain.waiting.WaitingPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds responses for appointments and looks up the names for their ids, a whole list at a time.
 */
public final class AppointmentResponses {
  private final FindAccount accounts;
  private final FindDoctor doctors;
  private final FindAttendances attendances;
  private final FindNewPatients newPatients;

  public AppointmentResponses(
      FindAccount accounts,
      FindDoctor doctors,
      FindAttendances attendances,
      FindNewPatients newPatients) {
    this.accounts = accounts;
    this.doctors = doctors;
    this.attendances = attendances;
    this.newPatients = newPatients;
  }

  public static AppointmentResponses of(HealthConnect product) {
    return new AppointmentResponses(
        product.accounts().findAccount(),
        product.doctors().find(),
        product.waiting().find(),
        product.appointments().findNewPatients());
  }

  private record LookedUp(
      Map<AccountId, Account> names,
      Map<DoctorId, String> specializations,
      Map<AppointmentId, Attendance> there,
      Map<AppointmentId, Boolean> newPatients) {

    Optional<Account> account(AccountId id) {
      return Optional.ofNullable(names.get(id));
    }
  }

  public AppointmentResponse of(Appointment appointment) {
    return of(List.of(appointment)).get(0);
  }

  /** The response to the one who reads or has changed the appointment. */
  public AppointmentResponse of(Appointment appointment, Actor reader) {
    return of(List.of(appointment), reader).get(0);
  }

  /**
   * The response for one appointment, with more of its history than the appointment itself carries.
   */
  public AppointmentResponse of(Appointment appointment, List<StatusChange> history, Actor reader) {
    return of(appointment, reader).withHistory(history(history));
  }

  /** The response for an appointment that was just booked: nobody can wait for it yet. */
  public AppointmentResponse ofNew(Appointment appointment) {
    return of(List.of(appointment), Map.of(), Map.of()).get(0);
  }

  /** The responses for appointments that the reader may see; see {@link Appointment#visibleTo}. */
  public List<AppointmentResponse> of(List<Appointment> appointments) {
    return of(appointments, attendances(appointments), Map.of());
  }

  /** As {@link #of(List)}, and tells a doctor which requests come from new patients. */
  public List<AppointmentResponse> of(List<Appointment> appointments, Actor reader) {
    return of(
        appointments, attendances(appointments), newPatients.findNewPatients(reader, appointments));
  }

  private Map<AppointmentId, Attendance> attendances(List<Appointment> appointments) {
    return attendances.findAttendances(appointments.stream().map(Appointment::id).toList());
  }

  private List<AppointmentResponse> of(
      List<Appointment> appointments,
      Map<AppointmentId, Attendance> there,
      Map<AppointmentId, Boolean> fromNewPatients) {
    Set<AccountId> people = new HashSet<>();
    Set<DoctorId> practices = new HashSet<>();
    for (Appointment appointment : appointments) {
      people.add(appointment.doctorId().account());
      people.add(appointment.patientId().account());
      practices.add(appointment.doctorId());
    }
    LookedUp found =
        new LookedUp(
            accounts.findAccount(people),
            doctors.findSpecializations(practices),
            there,
            fromNewPatients);
    return appointments.stream().map(appointment -> view(appointment, found)).toList();
  }

  private static AppointmentResponse view(Appointment appointment, LookedUp found) {
    Optional<Account> doctor = found.account(appointment.doctorId().account());
    Optional<Account> patient = found.account(appointment.patientId().account());
    Optional<Attendance> attendance = Optional.ofNullable(found.there().get(appointment.id()));
    return new AppointmentResponse(
        appointment.id().value(),
        new AppointmentResponse.DoctorRef(
            appointment.doctorId().value(),
            name(doctor),
            found.specializations().get(appointment.doctorId()),
            MediaPaths.of(doctor.flatMap(Account::avatar))),
        new AppointmentResponse.PatientRef(
            appointment.patientId().value(),
            name(patient),
            MediaPaths.of(patient.flatMap(Account::avatar))),
        appointment.time().date().toString(),
        WireTimes.time(appointment.time().startTime()),
        WireTimes.time(appointment.time().endTime()),
        appointment.time().timeZone().getId(),
        WireTimes.instant(appointment.time().slot().startsAt()),
        WireTimes.instant(appointment.time().slot().endsAt()),
        appointment.mode().code(),
        appointment.reason(),
        appointment.status().code(),
        appointment.notes().current().map(NoteVersion::text).orElse(null),
        appointment.review().map(Review::rating).orElse(null),
        appointment.review().map(Review::text).orElse(null),
        history(appointment.history().recent()),
        appointment.version(),
        WaitingPolicy.counted(appointment, attendance)
            .map(AppointmentResponses::waiting)
            .orElse(null),
        WaitingPolicy.noShowSuggestedAt(appointment, attendance)
            .map(WireTimes::instant)
            .orElse(null),
        found.newPatients().get(appointment.id()));
  }

  private static AppointmentResponse.Waiting waiting(Attendance attendance) {
    return new AppointmentResponse.Waiting(
        WireTimes.instant(attendance.since()), attendance.present());
  }

  private static List<AppointmentResponse.Change> history(List<StatusChange> changes) {
    List<AppointmentResponse.Change> lines = new ArrayList<>();
    for (StatusChange change : changes) {
      lines.add(
          new AppointmentResponse.Change(
              change.from().map(from -> from.code()).orElse(null),
              change.to().code(),
              change.by().map(AccountId::value).orElse(null),
              WireTimes.instant(change.at()),
              change.reason().orElse(null)));
    }
    return lines;
  }

  private static String name(Optional<Account> account) {
    return account.map(Account::name).orElse(PersonName.FORMER).value();
  }
}
