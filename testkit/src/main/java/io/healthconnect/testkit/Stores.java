package io.healthconnect.testkit;

import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.SessionRepository;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.media.MediaRepository;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.patient.PatientRepository;

/** The ports of one store, which share what is stored, and the feed that they tell. */
public record Stores(
    AccountRepository accounts,
    SessionRepository sessions,
    DoctorRepository doctors,
    PatientRepository patients,
    AppointmentRepository appointments,
    MessageRepository messages,
    MediaRepository media,
    ChangeFeed feed) {}
