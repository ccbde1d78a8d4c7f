package io.healthconnect.domain.account;

import java.util.Optional;

/**
 * Decodes labels of domain names (RFC 3492). {@code java.net.IDN} follows IDNA 2003, which takes
 * "faß" for "fass", another domain, and so leaves such labels encoded.
 */
final class Punycode {
  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE_POINT = 128;
  private static final int MAX_LABEL = 63;

  private final StringBuilder decoded = new StringBuilder();
  private int count;

  private Punycode() {}

  /**
   * @param label without its prefix, in lower case
   * @return empty if the label is not a valid encoding
   */
  static Optional<String> decode(String label) {
    boolean ascii = label.chars().allMatch(c -> c < FIRST_CODE_POINT);
    return label.isEmpty() || label.length() > MAX_LABEL || !ascii
        ? Optional.empty()
        : new Punycode().read(label);
  }

  private Optional<String> read(String label) {
    int at = Math.max(0, label.lastIndexOf('-'));
    decoded.append(label, 0, at);
    count = at;
    at += at > 0 ? 1 : 0;
    long codePoint = FIRST_CODE_POINT;
    long position = 0;
    int bias = FIRST_BIAS;
    while (at < label.length()) {
      long before = position;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        int digit = at < label.length() ? digit(label.charAt(at++)) : -1;
        if (digit < 0) {
          return Optional.empty();
        }
        position += digit * weight;
        int threshold = Math.max(T_MIN, Math.min(T_MAX, k - bias));
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (position > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          return Optional.empty();
        }
      }
      count++;
      bias = adapt(position - before, count, before == 0);
      codePoint += position / count;
      position %= count;
      if (!insert(codePoint, (int) position)) {
        return Optional.empty();
      }
      position++;
    }
    return Optional.of(decoded.toString());
  }

  private boolean insert(long codePoint, int position) {
    boolean valid =
        codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xD800 || codePoint > 0xDFFF);
    if (valid) {
      int at = decoded.offsetByCodePoints(0, position);
      decoded.insert(at, Character.toString((int) codePoint));
    }
    return valid;
  }

  private static int digit(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }

  private static int adapt(long distance, int points, boolean first) {
    long delta = first ? distance / DAMP : distance / 2;
    delta += delta / points;
    int k = 0;
    while (delta > (BASE - T_MIN) * T_MAX / 2) {
      delta /= BASE - T_MIN;
      k += BASE;
    }
    return (int) (k + (BASE - T_MIN + 1) * delta / (delta + SKEW));
  }
}
