package io.healthconnect.application.appointment;

import io.healthconnect.domain.appointment.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Makes idempotency keys of booking requests. Each contains a digest of the request, to tell a
 * resend from another request.
 */
final class IdempotencyKeys {
  private static final Duration LIFE = Duration.ofHours(24);

  private IdempotencyKeys() {}

  static IdempotencyKey ofPatient(String value, BookAppointment.Command command, Instant now) {
    String fingerprint =
        digest(
            command.doctor().value(),
            command.date().toString(),
            command.startTime().toString(),
            command.mode().code(),
            command.reason());
    return new IdempotencyKey(value, fingerprint, now.plus(LIFE));
  }

  /**
   * Keys are stored with the patient. A doctor's key is stored under another name, so that it
   * collides neither with the patient's nor with another doctor's.
   */
  static IdempotencyKey ofDoctor(String value, BookForPatient.Command command, Instant now) {
    String doctor = command.actor().id().value();
    String fingerprint =
        digest(
            doctor,
            command.date().toString(),
            command.startTime().toString(),
            command.mode().code(),
            command.reason());
    String own = new IdempotencyKey(value, fingerprint, now.plus(LIFE)).value();
    return new IdempotencyKey("doctor:" + digest(doctor, own), fingerprint, now.plus(LIFE));
  }

  private static String digest(String... parts) {
    try {
      byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
