package io.healthconnect.domain.waiting;

import io.healthconnect.domain.presence.DeviceId;
import java.time.Duration;
import java.time.Instant;

/**
 * The doctor has asked the patient in.
 *
 * @param by the doctor's device, which calls next
 * @param to the patient's device, which answers
 */
public record Admission(DeviceId by, DeviceId to, Instant at) {
  /** For how long no other device of the doctor can admit the patient. */
  public static final Duration LIFE = Duration.ofSeconds(20);

  /** Whether another device than this one has just admitted the patient. */
  boolean excludes(DeviceId device, Instant now) {
    return !by.equals(device) && now.isBefore(at.plus(LIFE));
  }
}
