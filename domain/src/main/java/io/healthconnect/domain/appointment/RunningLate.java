package io.healthconnect.domain.appointment;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.doctor.DoctorId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * By how many minutes a doctor is late, as the doctor said.
 *
 * @param since when the doctor said so
 */
public record RunningLate(DoctorId doctor, int minutes, Instant since) {
  /** For how long it counts, so that it is over the next day if the doctor forgets it. */
  public static final Duration LIFE = Duration.ofHours(8);

  private static final int MOST = 240;

  public RunningLate {
    if (minutes < 1 || minutes > MOST) {
      throw InvalidValueException.outOfRange("minutes", 0, MOST);
    }
  }

  public boolean isLive(Instant now) {
    return now.isBefore(since.plus(LIFE));
  }

  /**
   * Whose scheduled appointments overlap this is concerned: those under way, and the next ones. So
   * is a patient who still waits for one that should be over.
   */
  public TimeSlot period() {
    return new TimeSlot(since, since.plus(LIFE));
  }

  /** Whether patients have to be told: they know already if the doctor was as late before. */
  public boolean isNews(Optional<RunningLate> before) {
    return before.filter(known -> known.isLive(since) && known.minutes >= minutes).isEmpty();
  }
}
