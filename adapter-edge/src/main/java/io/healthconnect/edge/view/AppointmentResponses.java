package io.healthconnect.edge.view;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.account.FindAccount;
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

  public AppointmentResponses(
      FindAccount accounts, FindDoctor doctors, FindAttendances attendances) {
    this.accounts = accounts;
    this.doctors = doctors;
    this.attendances = attendances;
  }

  public static AppointmentResponses of(HealthConnect product) {
    return new AppointmentResponses(
        product.accounts().findAccount(), product.doctors().find(), product.waiting().find());
  }

  public AppointmentResponse of(Appointment appointment) {
    return of(List.of(appointment)).get(0);
  }

  /**
   * The response for one appointment, with more of its history than the appointment itself carries.
   */
  public AppointmentResponse of(Appointment appointment, List<StatusChange> history) {
    return of(appointment).withHistory(history(history));
  }

  /** The response for an appointment that was just booked: nobody can wait for it yet. */
  public AppointmentResponse ofNew(Appointment appointment) {
    return of(List.of(appointment), Map.of()).get(0);
  }

  /** The responses for appointments that the reader may see; see {@link Appointment#visibleTo}. */
  public List<AppointmentResponse> of(List<Appointment> appointments) {
    return of(
        appointments,
        attendances.findAttendances(appointments.stream().map(Appointment::id).toList()));
  }

  private List<AppointmentResponse> of(
      List<Appointment> appointments, Map<AppointmentId, Attendance> there) {
    Set<AccountId> people = new HashSet<>();
    Set<DoctorId> practices = new HashSet<>();
    for (Appointment appointment : appointments) {
      people.add(appointment.doctorId().account());
      people.add(appointment.patientId().account());
      practices.add(appointment.doctorId());
    }
    Map<AccountId, Account> names = accounts.findAccount(people);
    Map<DoctorId, String> specializations = doctors.findSpecializations(practices);
    return appointments.stream()
        .map(
            appointment ->
                view(
                    appointment,
                    names,
                    specializations,
                    Optional.ofNullable(there.get(appointment.id()))))
        .toList();
  }

  private static AppointmentResponse view(
      Appointment appointment,
      Map<AccountId, Account> names,
      Map<DoctorId, String> specializations,
      Optional<Attendance> attendance) {
    Optional<Account> doctor = Optional.ofNullable(names.get(appointment.doctorId().account()));
    Optional<Account> patient = Optional.ofNullable(names.get(appointment.patientId().account()));
    return new AppointmentResponse(
        appointment.id().value(),
        new AppointmentResponse.DoctorRef(
            appointment.doctorId().value(),
            name(doctor),
            specializations.get(appointment.doctorId()),
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
            .orElse(null));
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
