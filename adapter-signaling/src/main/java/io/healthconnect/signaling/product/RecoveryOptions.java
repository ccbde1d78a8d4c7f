package io.healthconnect.signaling.product;

import java.time.Duration;

/**
 * How clients may recover lost connections.
 *
 * @param secret signs what clients recover with; the same on all nodes
 * @param events the most events that one client gets again
 * @param bytes the most bytes that one client gets again
 * @param logBytes the most that this node keeps of recent events, in bytes
 * @param detection how long after its cable was pulled a client may still count as connected
 */
public record RecoveryOptions(
    byte[] secret, int events, int bytes, long logBytes, Duration detection) {
  /** How long after its loss a connection can be recovered. */
  public static final Duration WINDOW = Duration.ofMinutes(2);

  public RecoveryOptions {
    secret = secret.clone();
  }

  /**
   * How long ago something was sent that a client which recovers its connection may have missed.
   */
  Duration reach() {
    return WINDOW.plus(detection);
  }

  @Override
  public byte[] secret() {
    return secret.clone();
  }
}
