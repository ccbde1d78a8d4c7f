package io.healthconnect.application.calendar;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.PreferenceRepository;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes calendars of appointments, as one of the two people of each sees them. */
final class Calendars {
  private final AccountRepository accounts;
  private final PreferenceRepository preferences;

  Calendars(AccountRepository accounts, PreferenceRepository preferences) {
    this.accounts = accounts;
    this.preferences = preferences;
  }

  Calendar of(AccountId reader, List<Appointment> appointments) {
    Map<AccountId, Account> others =
        accounts.findAll(
            appointments.stream().map(each -> each.other(reader)).collect(Collectors.toSet()));
    return new Calendar(
        preferences.find(reader).map(Preferences::language).orElse(Language.EN),
        appointments.stream()
            .map(
                each ->
                    CalendarEntry.of(
                        each,
                        Optional.ofNullable(others.get(each.other(reader))).map(Account::name)))
            .toList());
  }
}
