package io.healthconnect.application.call;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.PasswordHash;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.appointment.AppointmentRepository;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallMedia;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.LocalChangeFeed;
import io.healthconnect.domain.change.LocalPresence;
import io.healthconnect.testkit.call.InMemoryLiveCalls;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** The whole stack of calls in memory, with a doctor, two patients, and devices that take notes. */
final class CallWorld {
  static final AccountId DOCTOR = new AccountId("doctor");
  static final AccountId PATIENT = new AccountId("patient");
  static final AccountId STRANGER = new AccountId("stranger");

  private static final Map<AccountId, Account> ACCOUNTS =
      Map.of(
          DOCTOR, account(DOCTOR, Role.DOCTOR),
          PATIENT, account(PATIENT, Role.PATIENT),
          STRANGER, account(STRANGER, Role.PATIENT));

  final LocalChangeFeed feed = new LocalChangeFeed();
  final InMemoryLiveCalls calls = new InMemoryLiveCalls(feed);
  final LocalPresence presence = new LocalPresence(feed);
  final Map<DeviceId, AccountId> owners = new LinkedHashMap<>();
  final Map<DeviceId, List<Signal.Event>> heard = new LinkedHashMap<>();
  final List<Change.PresenceChanged> presenceChanges = new ArrayList<>();
  final CallUseCases use;

  /** Hears of each delivery to a connected device. */
  BiConsumer<DeviceId, Signal.Event> onDelivery = (device, event) -> {};

  volatile boolean contact = true;
  Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final AtomicInteger counter = new AtomicInteger();

  CallWorld() {
    feed.subscribe(this::changed);
    use =
        CallUseCases.create(
            new CallUseCases.Ports(calls, presence, appointments()),
            new ContactPolicy(accounts(), appointments()),
            CallRules.DEFAULT,
            clock(),
            () -> "id" + counter.incrementAndGet());
  }

  /** A new device of the person comes online. */
  DeviceId connect(AccountId account) {
    DeviceId device = new DeviceId(account + "-" + counter.incrementAndGet());
    owners.put(device, account);
    heard.put(device, new ArrayList<>());
    use.deviceArrived().handle(account, device);
    return device;
  }

  void disconnect(DeviceId device) {
    AccountId account = owners.remove(device);
    use.deviceLeft().handle(account, device);
  }

  /** Lets time pass and expires what is due. */
  int pass(int seconds) {
    now = now.plus(Duration.ofSeconds(seconds));
    return use.expireCalls().handle();
  }

  Result<StartCall.Started, StartCall.Refusal> start(DeviceId from, AccountId to, String offer) {
    return use.startCall()
        .handle(
            new StartCall.Command(
                owner(from),
                from,
                to,
                new SessionDescription(offer),
                CallMedia.VIDEO,
                Optional.empty()));
  }

  CallId call(DeviceId from, AccountId to) {
    return value(start(from, to, "offer")).callId();
  }

  Result<CallId, CallRefusal> answer(DeviceId from, AccountId to, String answer) {
    return use.answerCall()
        .handle(new AnswerCall.Command(party(from, to), new SessionDescription(answer)));
  }

  Result<CallId, CallRefusal> candidate(DeviceId from, AccountId to, String candidate) {
    return use.sendCandidate()
        .handle(new SendCandidate.Command(party(from, to), new Candidate(candidate)));
  }

  Result<CallId, CallRefusal> describe(DeviceId from, AccountId to, String description) {
    return use.sendDescription()
        .handle(new SendDescription.Command(party(from, to), new SessionDescription(description)));
  }

  Result<CallId, CallRefusal> reject(DeviceId from, AccountId to) {
    return use.rejectCall()
        .handle(new RejectCall.Command(party(from, to), RejectCall.Reason.DECLINED));
  }

  Result<CallId, CallRefusal> end(DeviceId from, AccountId to) {
    return use.endCall().handle(new EndCall.Command(party(from, to)));
  }

  /** What the device was told since it was last asked, in short words. */
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

  /** The device's owner, also of a device that has left. */
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

  private Clock clock() {
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

  /** Answers findAll only. */
  private AccountRepository accounts() {
    return (AccountRepository)
        Proxy.newProxyInstance(
            CallWorld.class.getClassLoader(),
            new Class<?>[] {AccountRepository.class},
            (proxy, method, args) -> ACCOUNTS);
  }

  /** Answers haveContact and find only: nothing is found, and all have contact or nobody has. */
  private AppointmentRepository appointments() {
    return (AppointmentRepository)
        Proxy.newProxyInstance(
            CallWorld.class.getClassLoader(),
            new Class<?>[] {AppointmentRepository.class},
            (proxy, method, args) ->
                method.getName().equals("find") ? Optional.empty() : (Object) contact);
  }

  private static Account account(AccountId id, Role role) {
    return Account.create(
        id,
        role,
        new PersonName("Ann Lee"),
        Email.parse(id + "@example.org"),
        new PasswordHash("x"),
        Instant.EPOCH);
  }
}
