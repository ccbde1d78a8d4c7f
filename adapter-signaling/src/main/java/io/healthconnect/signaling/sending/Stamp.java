package io.healthconnect.signaling.sending;

/**
 * Where an event stands among those of its lane. The events of an account in one lane are sent in
 * the order of their positions.
 */
public record Stamp(Lane lane, long position) {

  /** Events of different lanes may overtake each other. */
  public enum Lane {
    /** Sent as soon as they happen. */
    DIRECT,
    /** Sent after a look-up. */
    LOOKED_UP
  }
}
