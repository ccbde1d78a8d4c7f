package io.healthconnect.signaling.sending;

import io.healthconnect.signaling.sending.Stamp.Lane;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a client has come: it has got every event up to these positions.
 *
 * @param direct the position in {@link Lane#DIRECT}
 * @param lookedUp the position in {@link Lane#LOOKED_UP}
 */
public record Offset(long direct, long lookedUp) {
  private static final int RADIX = 36;
  private static final Pattern TEXT = Pattern.compile("([0-9a-z]{1,12})\\.([0-9a-z]{1,12})");

  /** Empty if the text cannot be one that {@link #text} has made. */
  public static Optional<Offset> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Offset(
                Long.parseLong(parts.group(1), RADIX), Long.parseLong(parts.group(2), RADIX)))
        : Optional.empty();
  }

  public String text() {
    return Long.toString(direct, RADIX) + '.' + Long.toString(lookedUp, RADIX);
  }

  /** Whether an event with this stamp comes after. */
  public boolean isBefore(Stamp stamp) {
    return stamp.position() > (stamp.lane() == Lane.DIRECT ? direct : lookedUp);
  }

  public Offset with(Stamp stamp) {
    return stamp.lane() == Lane.DIRECT
        ? new Offset(stamp.position(), lookedUp)
        : new Offset(direct, stamp.position());
  }
}
