package io.healthconnect.rest.http.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.rest.http.reply.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A cache of replies that are the same for everybody, each kept only while it is true. The change
 * feed reports which doctor has changed; for a write by this server it does so before the write is
 * answered. Free times also change on their own, always at a full minute, so no reply outlives its
 * minute. No reply is kept for more than two seconds, in case the feed is cut off.
 */
final class PublicReplies implements ChangeFeed.Listener {
  private static final long MAX_BYTES = 16L * 1024 * 1024;
  private static final long OVERHEAD_BYTES = 200;
  private static final Duration LONGEST = Duration.ofSeconds(2);
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);
  private static final int STRIPES = 4096;

  private final Cache<String, Kept> kept =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, Kept>weigher(PublicReplies::weight)
          .executor(Runnable::run)
          .build();
  private final AtomicLong everything = new AtomicLong();
  private final AtomicLong directory = new AtomicLong();
  private final AtomicLongArray doctors = new AtomicLongArray(STRIPES);
  private final Concerns concerns = new Concerns();
  private final Clock clock;

  /** Before anything of it was read: what the reply is true for. */
  record Mark(Route.Kept by, String doctor, long everything, long version, long millis) {}

  private record Kept(Mark mark, Reply.Content reply, int bytes) {}

  PublicReplies(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param doctor the one that the reply is of; empty for the whole directory
   */
  Mark mark(Route.Kept by, String doctor) {
    return new Mark(by, doctor, everything.get(), version(by, doctor), clock.millis());
  }

  /** The reply to this request, if it was kept and is still what a read at the mark would give. */
  Optional<Reply> find(String request, Mark now) {
    Kept found = kept.getIfPresent(request);
    return found != null && isTrue(found.mark(), now)
        ? Optional.of(found.reply())
        : Optional.empty();
  }

  /** Keeps what was read after {@code mark}, as it is written on the wire. */
  void keep(String request, Mark mark, Reply.Content reply) {
    if (reply.body() instanceof byte[] body) {
      kept.put(request, new Kept(mark, reply, body.length));
    }
  }

  /** What all kept replies take. */
  long bytes() {
    kept.cleanUp();
    return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  @Override
  public void changed(Change change) {
    change.fold(concerns).ifPresent(this::forget);
  }

  private void forget(Concern concern) {
    concern
        .doctor()
        .ifPresentOrElse(
            doctor -> doctors.incrementAndGet(stripe(doctor.value())), everything::incrementAndGet);
    directory.incrementAndGet();
  }

  /**
   * What a change makes untrue.
   *
   * @param doctor the only one whose replies it concerns, besides the lists; empty for all
   */
  private record Concern(Optional<DoctorId> doctor) {
    private static final Concern EVERYTHING = new Concern(Optional.empty());

    private static Optional<Concern> of(DoctorId doctor) {
      return Optional.of(new Concern(Optional.of(doctor)));
    }
  }

  private static final class Concerns implements Change.Cases<Optional<Concern>> {
    @Override
    public Optional<Concern> messageSent(Change.MessageSent change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> messagesRead(Change.MessagesRead change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> appointmentChanged(Change.AppointmentChanged change) {
      return Concern.of(change.appointment().doctorId());
    }

    @Override
    public Optional<Concern> noticeStored(Change.NoticeStored change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> doctorChanged(Change.DoctorChanged change) {
      return Concern.of(change.doctor());
    }

    @Override
    public Optional<Concern> doctorLate(Change.DoctorLate change) {
      return Concern.of(change.doctor());
    }

    @Override
    public Optional<Concern> waitingChanged(Change.WaitingChanged change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> patientAdmitted(Change.PatientAdmitted change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> sessionsEnded(Change.SessionsEnded change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> callSignalled(Change.CallSignalled change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> presenceChanged(Change.PresenceChanged change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> typing(Change.Typing change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> deviceLeft(Change.DeviceLeft change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> deviceMoved(Change.DeviceMoved change) {
      return Optional.empty();
    }

    @Override
    public Optional<Concern> interrupted(Change.Interrupted change) {
      return Optional.of(Concern.EVERYTHING);
    }
  }

  private static boolean isTrue(Mark read, Mark now) {
    long age = now.millis() - read.millis();
    return read.everything() == now.everything()
        && read.version() == now.version()
        && age >= 0
        && age <= LONGEST.toMillis()
        && minute(read) == minute(now);
  }

  /** A time that begins now can still be booked; a millisecond later it cannot. */
  private static long minute(Mark mark) {
    return Math.floorDiv(mark.millis() - 1, MINUTE);
  }

  private long version(Route.Kept by, String doctor) {
    return by == Route.Kept.DOCTOR ? doctors.get(stripe(doctor)) : directory.get();
  }

  private static int stripe(String doctor) {
    return Math.floorMod(doctor.hashCode(), STRIPES);
  }

  private static int weight(String request, Kept reply) {
    return (int) (OVERHEAD_BYTES + 2L * request.length() + reply.bytes());
  }
}
