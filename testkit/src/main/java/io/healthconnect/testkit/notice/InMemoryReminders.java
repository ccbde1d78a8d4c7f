package io.healthconnect.testkit.notice;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.notice.NoticeSettings;
import io.healthconnect.domain.notice.Reminders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reminders and what people have chosen about them, inside the steps of the notices. */
final class InMemoryReminders {
  private record Reminder(AppointmentId appointment, AccountId to, Instant dueAt) {}

  private final Map<AccountId, NoticeSettings> settings = new HashMap<>();
  private final Map<AppointmentId, Appointment> confirmed = new HashMap<>();
  private final List<Reminder> reminders = new ArrayList<>();

  Map<AccountId, NoticeSettings> settings() {
    return settings;
  }

  /** The appointment is new, or has another status or time. */
  void follow(Appointment appointment) {
    confirmed.remove(appointment.id());
    reminders.removeIf(each -> each.appointment().equals(appointment.id()));
    Map<AccountId, Role> people = Reminders.people(appointment);
    if (!people.isEmpty()) {
      confirmed.put(appointment.id(), appointment);
    }
    Instant now = appointment.history().last().at();
    people.forEach(
        (person, role) ->
            add(
                appointment,
                person,
                settings.getOrDefault(person, NoticeSettings.initial(role)),
                now));
  }

  private void add(Appointment appointment, AccountId to, NoticeSettings chosen, Instant now) {
    Reminders.dueTimes(start(appointment), chosen, now)
        .forEach(due -> reminders.add(new Reminder(appointment.id(), to, due)));
  }

  private static Instant start(Appointment appointment) {
    return appointment.time().slot().startsAt();
  }

  /**
   * @param moved when the times have changed, if they have
   */
  void choose(AccountId account, NoticeSettings chosen, Optional<Instant> moved) {
    settings.put(account, chosen);
    moved.ifPresent(now -> replace(account, chosen, now));
  }

  private void replace(AccountId account, NoticeSettings chosen, Instant now) {
    reminders.removeIf(each -> each.to().equals(account));
    confirmed.values().stream()
        .filter(appointment -> appointment.isParticipant(account))
        .filter(appointment -> start(appointment).isAfter(now))
        .forEach(appointment -> add(appointment, account, chosen, now));
  }

  void forget(AccountId account) {
    settings.remove(account);
    reminders.removeIf(each -> each.to().equals(account));
  }

  /** Whom to remind of what, the earliest first. */
  List<Map.Entry<AccountId, AppointmentId>> due(Instant now, int most) {
    return reminders.stream()
        .filter(each -> !each.dueAt().isAfter(now))
        .sorted(
            Comparator.comparing(Reminder::dueAt)
                .thenComparing(each -> each.appointment().value())
                .thenComparing(each -> each.to().value()))
        .limit(most)
        .map(each -> Map.entry(each.to(), each.appointment()))
        .distinct()
        .toList();
  }

  /** Removes what is due; returns how many. */
  int take(Map.Entry<AccountId, AppointmentId> due, Instant now) {
    int before = reminders.size();
    reminders.removeIf(
        each ->
            each.to().equals(due.getKey())
                && each.appointment().equals(due.getValue())
                && !each.dueAt().isAfter(now));
    return before - reminders.size();
  }

  boolean isUseful(AppointmentId appointment, Instant now) {
    return Optional.ofNullable(confirmed.get(appointment))
        .filter(each -> start(each).isAfter(now))
        .isPresent();
  }
}
