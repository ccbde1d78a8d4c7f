package io.healthconnect.domain.account;

import io.healthconnect.domain.IdGenerator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A code that stands in for a time code once, for a person without their phone. Only its hash is
 * stored. Its text form hides it.
 */
public record RecoveryCode(String value) {
  /** How many codes a person gets. */
  public static final int COUNT = 10;

  private static final int GROUP = 5;
  private static final int GROUPS = 6;

  /** New codes of 120 random bits each, in groups of hexadecimal digits. */
  public static List<RecoveryCode> create(IdGenerator ids) {
    return Stream.generate(() -> create(ResetToken.hashOf(ids.next() + ids.next())))
        .limit(COUNT)
        .toList();
  }

  private static RecoveryCode create(String random) {
    return new RecoveryCode(
        String.join(
            "-",
            Stream.iterate(0, start -> start + GROUP)
                .limit(GROUPS)
                .map(start -> random.substring(start, start + GROUP))
                .toList()));
  }

  public String hash() {
    return hashOf(value);
  }

  /** The hash of a code as typed: spaces, hyphens and capital letters do not matter. */
  public static String hashOf(String typed) {
    return ResetToken.hashOf(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "RecoveryCode[hidden]";
  }
}
