package io.healthconnect.application.call;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.Actor;
import io.healthconnect.application.call.ChangeCall.Intent;
import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DoctorRepository;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
import io.healthconnect.testkit.change.InMemoryChangeFeed;
import io.healthconnect.testkit.doctor.Doctors;
import io.healthconnect.testkit.memory.InMemoryStore;
import io.healthconnect.testkit.presence.InMemoryPresence;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * All use cases of calls in memory, with a doctor, two patients, and devices that record signals.
 */
final class CallWorld {
  static final AccountId DOCTOR = new AccountId("doctor");
  static final AccountId PATIENT = new AccountId("patient");
  static final AccountId STRANGER = new AccountId("stranger");

  private static final Map<AccountId, Account> ACCOUNTS =
      Map.of(
          DOCTOR, account(DOCTOR, Role.DOCTOR),
          PATIENT, account(PATIENT, Role.PATIENT),
          STRANGER, account(STRANGER, Role.PATIENT));

  final InMemoryChangeFeed feed = new InMemoryChangeFeed();
  final InMemoryLiveCalls calls = new InMemoryLiveCalls(feed);
  final InMemoryPresence presence = new InMemoryPresence(feed);
  final Map<DeviceId, AccountId> owners = new LinkedHashMap<>();
  final Map<DeviceId, List<Signal.Event>> heard = new LinkedHashMap<>();
  final List<Change.PresenceChanged> presenceChanges = new ArrayList<>();
  final CallUseCases use;

  /** Called for each delivery to a connected device. */
  BiConsumer<DeviceId, Signal.Event> onDelivery = (device, event) -> {};

  volatile boolean contact = true;
  volatile boolean confirmed = true;
  volatile Optional<Appointment> appointment = Optional.empty();
  volatile BookingRules rules = BookingRules.DEFAULT;
  Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final AtomicInteger counter = new AtomicInteger();

  CallWorld() {
    feed.subscribe(this::changed);
    use =
        CallUseCases.create(
            new CallUseCases.Ports(
                calls, presence, appointments(), new InMemoryStore().attendances()),
            new ContactPolicy(accounts(), appointments(), doctors()),
            CallRules.DEFAULT,
            clock(),
            () -> "id" + counter.incrementAndGet());
  }

  static Actor actor(AccountId account) {
    return new Actor(
        account,
        Objects.requireNonNull(ACCOUNTS.get(account)).role(),
        new SessionId(account + "-session"));
  }

  /** A new device of the person comes online. */
  DeviceId connect(AccountId account) {
    DeviceId device = new DeviceId(account + "-" + counter.incrementAndGet());
    owners.put(device, account);
    heard.put(device, new ArrayList<>());
    use.deviceArrived().deviceArrived(account, device);
    return device;
  }

  /** A device that was disconnected recovers its connection. */
  void recover(AccountId account, DeviceId device) {
    owners.put(device, account);
    assertTrue(use.deviceReturned().deviceReturned(account, device, Duration.ofMinutes(2)));
  }

  void disconnect(DeviceId device) {
    AccountId account = owners.remove(device);
    use.deviceLeft().deviceLeft(account, device, DeviceLeft.Departure.LOST);
  }

  /** Moves the clock and ends calls that are due. */
  int pass(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    return use.expireCalls().expireCalls();
  }

  Result<StartCall.Started, StartCall.Refusal> start(DeviceId from, AccountId to, String offer) {
    return start(from, to, offer, Optional.empty());
  }

  Result<StartCall.Started, StartCall.Refusal> startFor(
      DeviceId from, AccountId to, Appointment about) {
    return start(from, to, "offer", Optional.of(about.id()));
  }

  private Result<StartCall.Started, StartCall.Refusal> start(
      DeviceId from, AccountId to, String offer, Optional<AppointmentId> about) {
    return use.startCall()
        .startCall(
            new StartCall.Command(
                owner(from), from, to, new SessionDescription(offer), CallMedia.VIDEO, about));
  }

  CallId call(DeviceId from, AccountId to) {
    return value(start(from, to, "offer")).callId();
  }

  Result<CallId, CallRefusal> withhold(DeviceId from, AccountId to) {
    return change(from, to, new Intent.WithholdCandidate());
  }

  Result<CallId, CallRefusal> answer(DeviceId from, AccountId to, String answer) {
    return change(from, to, new Intent.Answer(new SessionDescription(answer)));
  }

  Result<CallId, CallRefusal> candidate(DeviceId from, AccountId to, String candidate) {
    return change(from, to, new Intent.SendCandidate(new Candidate(candidate)));
  }

  Result<CallId, CallRefusal> describe(DeviceId from, AccountId to, String description) {
    return change(from, to, new Intent.SendDescription(new SessionDescription(description)));
  }

  Result<CallId, CallRefusal> reject(DeviceId from, AccountId to) {
    return change(from, to, new Intent.Reject(ChangeCall.Reason.DECLINED));
  }

  Result<CallId, CallRefusal> end(DeviceId from, AccountId to) {
    return change(from, to, new Intent.End());
  }

  private Result<CallId, CallRefusal> change(DeviceId from, AccountId to, Intent intent) {
    return use.changeCall().changeCall(new ChangeCall.Command(party(from, to), intent));
  }

  /** The signals that the device received since the last call of this method, in short form. */
  List<String> told(DeviceId device) {
    List<String> words = heard.get(device).stream().map(CallWorld::words).toList();
    heard.get(device).clear();
    return words;
  }

  static <T, E> T value(Result<T, E> result) {
    return result.fold(
        value -> value,
        reason -> {
          throw new AssertionError("refused: " + reason);
        });
  }

  static <T, E> E refusal(Result<T, E> result) {
    return result.fold(
        value -> {
          throw new AssertionError("not refused: " + value);
        },
        reason -> reason);
  }

  CallParty party(DeviceId from, AccountId to) {
    return new CallParty(owner(from), from, to, Optional.empty());
  }

  /** The owner of a device, even of one that has left. */
  AccountId owner(DeviceId device) {
    return new AccountId(device.value().substring(0, device.value().indexOf('-')));
  }

  private static String words(Signal.Event event) {
    if (event instanceof Signal.CallMade made) {
      return "made " + made.offer().json();
    }
    if (event instanceof Signal.CallAnswered answered) {
      return "answered " + answered.answer().json();
    }
    if (event instanceof Signal.CandidateSent sent) {
      return "candidate " + sent.candidate().json();
    }
    if (event instanceof Signal.DescriptionSent sent) {
      return "description " + sent.description().json();
    }
    if (event instanceof Signal.CallRejected rejected) {
      return "rejected " + rejected.reason().code();
    }
    if (event instanceof Signal.CallEnded ended) {
      return "ended " + ended.reason().code();
    }
    return "answered elsewhere";
  }

  private void changed(Change change) {
    if (change instanceof Change.PresenceChanged presenceChanged) {
      presenceChanges.add(presenceChanged);
    }
    if (change instanceof Change.CallSignalled signalled) {
      Signal signal = signalled.signal();
      for (Map.Entry<DeviceId, AccountId> each : owners.entrySet()) {
        if (each.getValue().equals(signal.to()) && signal.devices().includes(each.getKey())) {
          heard.get(each.getKey()).add(signal.event());
          onDelivery.accept(each.getKey(), signal.event());
        }
      }
    }
  }

  Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now;
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  /** Implements only {@code findAll}. */
  private AccountRepository accounts() {
    return (AccountRepository)
        Proxy.newProxyInstance(
            CallWorld.class.getClassLoader(),
            new Class<?>[] {AccountRepository.class},
            (proxy, method, args) -> ACCOUNTS);
  }

  /**
   * Finds the appointment of this world; either everybody has contact and confirmed appointments,
   * or nobody.
   */
  private AppointmentRepository appointments() {
    return (AppointmentRepository)
        Proxy.newProxyInstance(
            CallWorld.class.getClassLoader(),
            new Class<?>[] {AppointmentRepository.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "find" -> appointment;
                  case "haveConfirmed" -> confirmed;
                  default -> (Object) contact;
                });
  }

  /** Implements only {@code find}: a doctor with the rules of this world. */
  private DoctorRepository doctors() {
    return (DoctorRepository)
        Proxy.newProxyInstance(
            CallWorld.class.getClassLoader(),
            new Class<?>[] {DoctorRepository.class},
            (proxy, method, args) -> Optional.of(Doctors.valid(DOCTOR.value()).withRules(rules)));
  }

  private static Account account(AccountId id, Role role) {
    return Account.create(
        id, role, new PersonName("Ann Lee"), Email.parse(id + "@example.org"), Instant.EPOCH);
  }
}
