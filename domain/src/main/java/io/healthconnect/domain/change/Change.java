package io.healthconnect.domain.change;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.notice.Notice;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A fact that live connections should learn of. */
public sealed interface Change {

  /** Calls the method for this kind of change and returns its value. */
  <T> T fold(Cases<T> cases);

  /** Decides on every kind of change; a new kind does not compile until each user has decided. */
  interface Cases<T> {
    T messageSent(MessageSent change);

    T messagesRead(MessagesRead change);

    T appointmentChanged(AppointmentChanged change);

    T noticeStored(NoticeStored change);

    T doctorChanged(DoctorChanged change);

    T doctorLate(DoctorLate change);

    T waitingChanged(WaitingChanged change);

    T patientAdmitted(PatientAdmitted change);

    T sessionsEnded(SessionsEnded change);

    T callSignalled(CallSignalled change);

    T presenceChanged(PresenceChanged change);

    T typing(Typing change);

    T deviceLeft(DeviceLeft change);

    T deviceMoved(DeviceMoved change);

    T interrupted(Interrupted change);
  }

  /** A message was stored; both people's devices show it. */
  record MessageSent(Message message) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.messageSent(this);
    }
  }

  /**
   * {@code by} has read the messages from {@code other} up to and including number {@code upTo}.
   */
  record MessagesRead(AccountId by, AccountId other, long upTo) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.messagesRead(this);
    }
  }

  /** An appointment was booked or changed; both people's devices show it. */
  record AppointmentChanged(Appointment appointment) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.appointmentChanged(this);
    }
  }

  /** A person has a new notice; the person's devices show it. */
  record NoticeStored(Notice notice) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.noticeStored(this);
    }
  }

  /**
   * What anybody may read of a doctor changed, or is new: name, avatar, profile, hours, or rating.
   * Told at least once for each stored change, to whoever keeps a copy; of a write by this process
   * before the write returns. A store that tells {@link AppointmentChanged} only afterwards tells
   * this of each appointment that this process writes, too.
   */
  record DoctorChanged(DoctorId doctor) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.doctorChanged(this);
    }
  }

  /**
   * A doctor is late by so many minutes, or is late no more; the doctor's devices and those of the
   * patients show it.
   *
   * @param minutes 0 if the doctor is late no more
   * @param patients whom it concerns, each once
   */
  record DoctorLate(DoctorId doctor, int minutes, List<AccountId> patients) implements Change {
    public DoctorLate {
      patients = List.copyOf(patients);
    }

    /** Of the patients of these appointments, each once, in an order that is always the same. */
    public static DoctorLate of(DoctorId doctor, int minutes, Stream<PatientId> patients) {
      return new DoctorLate(
          doctor,
          minutes,
          patients
              .map(PatientId::account)
              .distinct()
              .sorted(Comparator.comparing(AccountId::value))
              .toList());
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.doctorLate(this);
    }
  }

  /**
   * A patient has come to the waiting room of an appointment, or waits no longer; both people's
   * devices show it.
   *
   * @param since when the patient came, or came last
   * @param present whether the patient waits
   */
  record WaitingChanged(
      AppointmentId appointment,
      AccountId doctor,
      AccountId patient,
      Instant since,
      boolean present)
      implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.waitingChanged(this);
    }
  }

  /** The doctor has asked in the patient, who waits with this device. */
  record PatientAdmitted(AppointmentId appointment, AccountId patient, DeviceId device)
      implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.patientAdmitted(this);
    }
  }

  /**
   * Sessions ended; their connections close.
   *
   * @param only the one session that ended; empty when all did
   * @param keep the one session that stays when all others ended
   */
  record SessionsEnded(AccountId account, Optional<SessionId> only, Optional<SessionId> keep)
      implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.sessionsEnded(this);
    }
  }

  /** A signal of a call for one person's devices. */
  record CallSignalled(Signal signal) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.callSignalled(this);
    }
  }

  /** A person's first device has connected, or the last one has disconnected. */
  record PresenceChanged(AccountId account, boolean online) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.presenceChanged(this);
    }
  }

  /** {@code from} is writing to {@code to}. Not stored, and may be lost. */
  record Typing(AccountId from, AccountId to) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.typing(this);
    }
  }

  /**
   * A device has no connection to any process any more.
   *
   * @param forGood whether the device has said that it will not come back
   */
  record DeviceLeft(AccountId account, DeviceId device, boolean forGood) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.deviceLeft(this);
    }
  }

  /** Another process has taken over a device that is still connected to this one. */
  record DeviceMoved(AccountId account, DeviceId device) implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.deviceMoved(this);
    }
  }

  /**
   * This process has missed changes, or other nodes considered its connections gone. All its
   * connections are closed, so that clients reconnect and load everything again.
   */
  record Interrupted() implements Change {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.interrupted(this);
    }
  }
}
