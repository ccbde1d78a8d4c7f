package io.healthconnect.testkit.store;

import io.healthconnect.testkit.account.AccountRepositoryContract;
import io.healthconnect.testkit.account.SessionRepositoryContract;
import io.healthconnect.testkit.appointment.AppointmentListContract;
import io.healthconnect.testkit.appointment.AppointmentRepositoryContract;
import io.healthconnect.testkit.appointment.BookingContract;
import io.healthconnect.testkit.doctor.DirectoryContract;
import io.healthconnect.testkit.doctor.DoctorRepositoryContract;
import io.healthconnect.testkit.media.MediaRepositoryContract;
import io.healthconnect.testkit.media.ShownImageContract;
import io.healthconnect.testkit.message.MessageRepositoryContract;
import io.healthconnect.testkit.patient.PatientRepositoryContract;

/**
 * Everything that a store promises of what it keeps: the contracts of all ports in {@code Stores}.
 * Live calls and the bytes of images have contracts of their own.
 */
public interface StoreContract
    extends AccountRepositoryContract,
        SessionRepositoryContract,
        PatientRepositoryContract,
        DoctorRepositoryContract,
        DirectoryContract,
        AppointmentRepositoryContract,
        AppointmentListContract,
        BookingContract,
        MessageRepositoryContract,
        MediaRepositoryContract,
        ShownImageContract {}
