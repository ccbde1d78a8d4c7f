package io.healthconnect.signaling.product;

import io.healthconnect.signaling.session.Admission.Admitted;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secrets with which clients recover their sockets: the socket's id, and a signature over it,
 * the account and the session. Any node can check one, and it is of no use to anybody else.
 */
final class Pids {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "health-connect connection state recovery";

  private final SecretKeySpec key;

  /**
   * @param secret is used for other purposes, too
   */
  Pids(byte[] secret) {
    byte[] purpose = PURPOSE.getBytes(StandardCharsets.UTF_8);
    key = new SecretKeySpec(sign(new SecretKeySpec(secret, ALGORITHM), purpose), ALGORITHM);
  }

  String pid(Admitted owner, String socketId) {
    String signed = socketId + '\n' + owner.accountId() + '\n' + owner.sessionId();
    byte[] signature = sign(key, signed.getBytes(StandardCharsets.UTF_8));
    return socketId + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** The id of the owner's socket that has this pid. */
  Optional<String> socketOf(Admitted owner, String pid) {
    int end = pid.lastIndexOf('.');
    if (end <= 0) {
      return Optional.empty();
    }
    String socketId = pid.substring(0, end);
    byte[] expected = pid(owner, socketId).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, pid.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(socketId)
        : Optional.empty();
  }

  private static byte[] sign(SecretKeySpec key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}
