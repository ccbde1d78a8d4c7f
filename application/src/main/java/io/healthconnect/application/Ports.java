package io.healthconnect.application;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.PasswordHasher;
import io.healthconnect.domain.account.PasswordRules;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.account.TokenIssuer;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.patient.PatientRepository;
import java.time.Clock;

/** Everything that the use cases need from outside; a host brings its own or takes our adapters. */
public record Ports(
    Stores stores, Images images, Security security, Presence presence, Surroundings surroundings) {

  /** What is kept. The stores of one host must share one transaction space and one change feed. */
  public record Stores(
      AccountRepository accounts,
      SessionRepository sessions,
      DoctorRepository doctors,
      PatientRepository patients,
      AppointmentRepository appointments,
      MessageRepository messages,
      MediaRepository media,
      LiveCalls calls) {}

  /** Where the bytes of images are kept, and what makes uploaded files fit to be shown. */
  public record Images(ImageStore store, ImageCleaner cleaner) {}

  /** Passwords and tokens. */
  public record Security(PasswordHasher hasher, PasswordRules passwordRules, TokenIssuer tokens) {}

  /** Time and randomness. */
  public record Surroundings(Clock clock, IdGenerator ids) {}
}
