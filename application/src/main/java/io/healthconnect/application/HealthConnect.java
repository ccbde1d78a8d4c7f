package io.healthconnect.application;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.application.account.PasswordGuessing;
import io.healthconnect.application.appointment.AppointmentUseCases;
import io.healthconnect.application.call.CallRules;
import io.healthconnect.application.call.CallUseCases;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.application.doctor.DoctorUseCases;
import io.healthconnect.application.media.ImageUploads;
import io.healthconnect.application.media.MediaPorts;
import io.healthconnect.application.media.MediaUseCases;
import io.healthconnect.application.message.MessageUseCases;
import io.healthconnect.application.patient.PatientUseCases;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.media.UploadQuota;
import java.time.Clock;
import java.time.Duration;

/**
 * The whole product without its edges: what a host application embeds. Safe for use by many
 * threads; holds no state but what the ports keep and the counters that slow down password
 * guessing.
 */
public record HealthConnect(
    AccountUseCases accounts,
    DoctorUseCases doctors,
    PatientUseCases patients,
    AppointmentUseCases appointments,
    MessageUseCases messages,
    MediaUseCases media,
    CallUseCases calls,
    ContactPolicy contacts,
    Views views) {

  /**
   * What a host may choose.
   *
   * @param sessionLife how long a session lasts at most
   * @param calls how long a call rings and waits for a lost side, and how many candidates it takes
   * @param guessing how password guessing is slowed down
   * @param uploads how many images a person may upload
   */
  public record Options(
      Duration sessionLife, CallRules calls, PasswordGuessing guessing, UploadQuota uploads) {
    public static final Options DEFAULT =
        new Options(
            Duration.ofDays(7), CallRules.DEFAULT, PasswordGuessing.DEFAULT, UploadQuota.DEFAULT);
  }

  public static HealthConnect create(Ports ports, Options options) {
    Ports.Stores stores = ports.stores();
    IdGenerator ids = ports.surroundings().ids();
    Clock clock = ports.surroundings().clock();
    ContactPolicy policy = new ContactPolicy(stores.accounts(), stores.appointments());
    AccountUseCases.Ports accountPorts =
        new AccountUseCases.Ports(
            stores.accounts(),
            stores.sessions(),
            stores.doctors(),
            stores.patients(),
            ports.security().hasher(),
            ports.security().passwordRules(),
            ports.security().tokens());
    MediaPorts mediaPorts =
        new MediaPorts(stores.media(), ports.images().store(), ports.images().cleaner());
    ImageUploads uploads = new ImageUploads(mediaPorts, options.uploads(), ids, clock);
    return new HealthConnect(
        AccountUseCases.create(accountPorts, ids, clock, options.sessionLife(), options.guessing()),
        DoctorUseCases.create(stores.doctors(), stores.accounts(), stores.appointments(), clock),
        PatientUseCases.create(stores.patients(), stores.accounts(), stores.appointments(), policy),
        AppointmentUseCases.create(stores.doctors(), stores.appointments(), ids, clock),
        MessageUseCases.create(stores.messages(), stores.accounts(), policy, uploads, ids, clock),
        MediaUseCases.create(mediaPorts, stores.accounts(), uploads, clock),
        CallUseCases.create(
            new CallUseCases.Ports(stores.calls(), ports.presence(), stores.appointments()),
            policy,
            options.calls(),
            clock,
            ids),
        policy,
        new Views(stores.accounts(), stores.doctors()));
  }
}
