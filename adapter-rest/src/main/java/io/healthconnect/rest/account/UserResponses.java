package io.healthconnect.rest.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.account.OpenedSession;
import io.healthconnect.application.doctor.FindDoctor;
import io.healthconnect.application.patient.FindPatient;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.patient.PatientId;
import java.util.List;
import java.util.Optional;

/** Builds the responses in which people see themselves. */
public record UserResponses(FindAccount accounts, FindDoctor doctors, FindPatient patients) {
  public Optional<UserResponse> find(Actor actor) {
    return patient(actor)
        .or(
            () ->
                Optional.ofNullable(accounts.findAccount(List.of(actor.id())).get(actor.id()))
                    .map(account -> of(account, actor)));
  }

  /** A patient's record comes with the account, so that it need not be read twice. */
  private Optional<UserResponse> patient(Actor actor) {
    return actor.isPatient()
        ? patients
            .findPatient(new FindPatient.Query(actor, new PatientId(actor.id())))
            .map(UserResponse::of)
        : Optional.empty();
  }

  UserResponse of(OpenedSession loggedIn) {
    Account account = loggedIn.account();
    return of(account, new Actor(account.id(), account.role(), loggedIn.session().id()));
  }

  private UserResponse of(Account account, Actor actor) {
    return switch (account.role()) {
      case DOCTOR ->
          doctors
              .findOwn(actor)
              .map(listing -> UserResponse.of(account, listing))
              .orElseGet(() -> UserResponse.of(account));
      case PATIENT -> patient(actor).orElseGet(() -> UserResponse.of(account));
      case ADMIN -> UserResponse.of(account);
    };
  }
}
