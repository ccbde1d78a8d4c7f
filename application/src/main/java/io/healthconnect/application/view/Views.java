package io.healthconnect.application.view;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.Review;
import io.healthconnect.domain.appointment.StatusChange;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.message.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes views: looks up the names that go with ids, a whole list at a time. */
public final class Views {
  private static final String FORMER_USER = "Former user";

  private final AccountRepository accounts;
  private final DoctorRepository doctors;

  public Views(AccountRepository accounts, DoctorRepository doctors) {
    this.accounts = accounts;
    this.doctors = doctors;
  }

  /** The path under which an avatar is served. */
  public static @Nullable String mediaPath(Optional<MediaId> media) {
    return media.map(id -> "/api/media/" + id.value()).orElse(null);
  }

  public static MessageView of(Message message) {
    return new MessageView(
        message.id().value(),
        message.seq(),
        message.sender().value(),
        message.receiver().value(),
        message.text().orElse(null),
        message
            .image()
            .map(
                image ->
                    new MessageView.ImageView(
                        image.id().value(),
                        "/api/media/" + image.id().value(),
                        image.width(),
                        image.height()))
            .orElse(null),
        message.clientId().value(),
        WireTimes.instant(message.createdAt()),
        message.readAt().map(WireTimes::instant).orElse(null));
  }

  public AppointmentView of(Appointment visit) {
    return of(List.of(visit)).get(0);
  }

  /** Views of visits that the reader may see; see {@link Appointment#visibleTo}. */
  public List<AppointmentView> of(List<Appointment> visits) {
    Set<AccountId> people = new HashSet<>();
    Map<DoctorId, Optional<Doctor>> profiles = new HashMap<>();
    for (Appointment visit : visits) {
      people.add(visit.doctorId().account());
      people.add(visit.patientId().account());
      profiles.computeIfAbsent(visit.doctorId(), doctors::find);
    }
    Map<AccountId, Account> names = accounts.findAll(people);
    return visits.stream().map(visit -> view(visit, names, profiles)).toList();
  }

  private static AppointmentView view(
      Appointment visit, Map<AccountId, Account> names, Map<DoctorId, Optional<Doctor>> profiles) {
    Optional<Account> doctor = Optional.ofNullable(names.get(visit.doctorId().account()));
    Optional<Account> patient = Optional.ofNullable(names.get(visit.patientId().account()));
    Optional<Doctor> profile = profiles.getOrDefault(visit.doctorId(), Optional.empty());
    return new AppointmentView(
        visit.id().value(),
        new AppointmentView.DoctorRef(
            visit.doctorId().value(),
            name(doctor),
            profile.map(Doctor::specialization).orElse(null),
            mediaPath(doctor.flatMap(Account::avatar))),
        new AppointmentView.PatientRef(
            visit.patientId().value(), name(patient), mediaPath(patient.flatMap(Account::avatar))),
        visit.time().date().toString(),
        WireTimes.time(visit.time().startTime()),
        WireTimes.time(visit.time().endTime()),
        visit.time().timeZone().getId(),
        WireTimes.instant(visit.time().slot().startsAt()),
        WireTimes.instant(visit.time().slot().endsAt()),
        visit.mode().code(),
        visit.reason(),
        visit.status().code(),
        visit.currentNotes().orElse(null),
        visit.review().map(Review::rating).orElse(null),
        visit.review().map(Review::text).orElse(null),
        history(visit.history()),
        visit.version());
  }

  private static List<AppointmentView.Change> history(List<StatusChange> changes) {
    List<AppointmentView.Change> lines = new ArrayList<>();
    for (StatusChange change : changes) {
      lines.add(
          new AppointmentView.Change(
              change.from().map(from -> from.code()).orElse(null),
              change.to().code(),
              change.by().value(),
              WireTimes.instant(change.at()),
              change.reason().orElse(null)));
    }
    return lines;
  }

  private static String name(Optional<Account> account) {
    return account.map(found -> found.name().value()).orElse(FORMER_USER);
  }
}
