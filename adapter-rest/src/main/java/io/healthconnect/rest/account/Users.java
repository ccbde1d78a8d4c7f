package io.healthconnect.rest.account;

import io.healthconnect.application.Actor;
import io.healthconnect.application.account.FindAccount;
import io.healthconnect.application.account.SignedIn;
import io.healthconnect.application.doctor.FindDoctor;
import io.healthconnect.application.patient.FindPatient;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.patient.PatientId;
import java.util.List;
import java.util.Optional;

/** Puts together what people see of themselves. */
public record Users(FindAccount accounts, FindDoctor doctors, FindPatient patients) {
  public Optional<UserShapes.User> find(Actor actor) {
    return Optional.ofNullable(accounts.handle(List.of(actor.id())).get(actor.id()))
        .map(account -> of(account, actor));
  }

  UserShapes.User of(SignedIn signedIn) {
    Account account = signedIn.account();
    return of(account, new Actor(account.id(), account.role(), signedIn.session().id()));
  }

  private UserShapes.User of(Account account, Actor actor) {
    return switch (account.role()) {
      case DOCTOR ->
          doctors
              .handle(new DoctorId(account.id()))
              .map(listing -> UserShapes.of(account, listing))
              .orElseGet(() -> UserShapes.of(account));
      case PATIENT ->
          patients
              .handle(new FindPatient.Query(actor, new PatientId(account.id())))
              .map(UserShapes::of)
              .orElseGet(() -> UserShapes.of(account));
      case ADMIN -> UserShapes.of(account);
    };
  }
}
