package io.healthconnect.application.erasure;

import io.healthconnect.application.Actor;
import io.healthconnect.application.Retry;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Credentials;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.audit.AuditAction;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Erases an account, and ends what it was in the middle of. */
final class Erasures {
  private static final Set<AppointmentStatus> OPEN =
      Set.of(AppointmentStatus.PENDING, AppointmentStatus.SCHEDULED);
  private static final int PAGE = 100;

  private final ErasureUseCases.Ports ports;
  private final Clock clock;

  Erasures(ErasureUseCases.Ports ports, Clock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  Result<Account, Erasure.Refusal> erase(Actor by, AccountId id, Optional<Credentials> checked) {
    return ports
        .administration()
        .erase(
            new Erasure(
                id, checked, ports.trail().done(Optional.of(by), AuditAction.ACCOUNT_ERASED, id)))
        .map(
            erased -> {
              tryToCleanUp(id);
              return erased;
            });
  }

  /** The account is erased, whatever comes now; upkeep cleans up once more in any case. */
  private void tryToCleanUp(AccountId id) {
    try {
      cleanUp(id);
    } catch (StoreUnavailableException e) {
      // Whoever asked again would be a stranger by now.
    }
  }

  /** Ends what the account was in the middle of. To do so again changes nothing. */
  void cleanUp(AccountId id) {
    ports.leaveCall().leaveCall(id);
    cancelAppointments(id);
    ports.removeImages().removeImages(id);
  }

  private void cancelAppointments(AccountId id) {
    Instant now = clock.instant();
    Optional<Cursor> after = Optional.empty();
    do {
      Page<Appointment> page =
          ports
              .appointments()
              .list(
                  new AppointmentQuery(
                      id,
                      Optional.empty(),
                      OPEN,
                      Optional.of(now),
                      Optional.empty(),
                      false,
                      new PageRequest(PAGE, after)));
      page.items().forEach(each -> Retry.onStaleVersion(() -> cancel(each.id(), now)));
      after = page.next();
    } while (after.isPresent());
  }

  private boolean cancel(AppointmentId id, Instant now) {
    return ports
        .appointments()
        .find(id)
        .map(found -> found.cancelForErasure(now).fold(this::save, refusal -> false))
        .orElse(false);
  }

  private boolean save(Appointment cancelled) {
    ports.appointments().save(cancelled);
    return true;
  }
}
