package io.healthconnect.testkit.store;

import io.healthconnect.testkit.account.AccountAdministrationContract;
import io.healthconnect.testkit.account.AccountNoticeContract;
import io.healthconnect.testkit.account.AccountRepositoryContract;
import io.healthconnect.testkit.account.DisabledDoctorContract;
import io.healthconnect.testkit.account.EmailContract;
import io.healthconnect.testkit.account.ErasureContract;
import io.healthconnect.testkit.account.PreferenceContract;
import io.healthconnect.testkit.account.ResetTokenContract;
import io.healthconnect.testkit.account.RetentionContract;
import io.healthconnect.testkit.account.SecondFactorContract;
import io.healthconnect.testkit.account.SessionRepositoryContract;
import io.healthconnect.testkit.appointment.AppointmentHistoryContract;
import io.healthconnect.testkit.appointment.AppointmentListContract;
import io.healthconnect.testkit.appointment.AppointmentRepositoryContract;
import io.healthconnect.testkit.appointment.AttendanceContract;
import io.healthconnect.testkit.appointment.BookingContract;
import io.healthconnect.testkit.appointment.BookingLimitsContract;
import io.healthconnect.testkit.appointment.HoldContract;
import io.healthconnect.testkit.appointment.OverlapContract;
import io.healthconnect.testkit.appointment.RunningLateContract;
import io.healthconnect.testkit.audit.AuditLogContract;
import io.healthconnect.testkit.calendar.CalendarLinkContract;
import io.healthconnect.testkit.doctor.DirectoryContract;
import io.healthconnect.testkit.doctor.DoctorRepositoryContract;
import io.healthconnect.testkit.doctor.EvidenceContract;
import io.healthconnect.testkit.doctor.HiddenDoctorContract;
import io.healthconnect.testkit.doctor.NextFreeContract;
import io.healthconnect.testkit.media.MediaRepositoryContract;
import io.healthconnect.testkit.media.ShownImageContract;
import io.healthconnect.testkit.message.MessageNoticeContract;
import io.healthconnect.testkit.message.MessageRepositoryContract;
import io.healthconnect.testkit.notice.NoticeContract;
import io.healthconnect.testkit.notice.ReminderContract;
import io.healthconnect.testkit.outbox.AccountMailContract;
import io.healthconnect.testkit.outbox.OutboxContract;
import io.healthconnect.testkit.patient.PatientRepositoryContract;
import io.healthconnect.testkit.push.PushOutboxContract;
import io.healthconnect.testkit.push.PushSubscriptionContract;

/**
 * The contracts of all ports in {@code Stores}. Live calls and the bytes of images have separate
 * contracts.
 */
public interface StoreContract
    extends AccountRepositoryContract,
        AccountAdministrationContract,
        AccountMailContract,
        EmailContract,
        AuditLogContract,
        ErasureContract,
        ResetTokenContract,
        RetentionContract,
        SecondFactorContract,
        SessionRepositoryContract,
        PatientRepositoryContract,
        DoctorRepositoryContract,
        DirectoryContract,
        EvidenceContract,
        HiddenDoctorContract,
        AppointmentRepositoryContract,
        AppointmentListContract,
        AppointmentHistoryContract,
        AttendanceContract,
        BookingContract,
        BookingLimitsContract,
        CalendarLinkContract,
        HoldContract,
        OverlapContract,
        RunningLateContract,
        MessageRepositoryContract,
        MessageNoticeContract,
        AccountNoticeContract,
        DisabledDoctorContract,
        MediaRepositoryContract,
        NextFreeContract,
        NoticeContract,
        OutboxContract,
        PreferenceContract,
        PushOutboxContract,
        PushSubscriptionContract,
        ReminderContract,
        ShownImageContract {}
