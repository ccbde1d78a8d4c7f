package io.healthconnect.application.appointment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of a booking request, so that a resend can be told from another request. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(BookAppointment.Command command) {
    String request =
        String.join(
            "\n",
            command.doctor().value(),
            command.date().toString(),
            command.startTime().toString(),
            command.mode().code(),
            command.reason());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
