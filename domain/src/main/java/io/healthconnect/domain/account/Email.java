package io.healthconnect.domain.account;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An e-mail address in canonical spelling: lower case, NFC, and with the domain in Unicode. The
 * check is deliberately simple: one {@code @} with something before it and a dotted domain after
 * it, at most 254 characters (RFC 5321), and no spaces or control characters.
 */
public record Email(String value) {
  private static final int MAX_LENGTH = 254;
  private static final String ENCODED = "xn--";

  /** No mail reaches this domain, and nobody can give an address in it. */
  private static final String ERASED = "@erased.invalid";

  public Email {
    int at = value.lastIndexOf('@');
    boolean shaped =
        value.length() <= MAX_LENGTH
            && at > 0
            && at <= 64
            && value.indexOf('@') == at
            && value.indexOf('.', at) > at + 1
            && !value.endsWith(".")
            && value.codePoints().noneMatch(Email::forbidden)
            && value.equals(value.toLowerCase(Locale.ROOT));
    if (!shaped) {
      throw invalid();
    }
  }

  /**
   * Parses an address as typed or pasted: surrounded by marks and spaces, in any case and
   * normalisation, and with a domain in Unicode or Punycode.
   *
   * @throws InvalidValueException if it is not an e-mail address
   */
  public static Email parse(String text) {
    if (text.length() > 2 * MAX_LENGTH) {
      throw invalid();
    }
    String address = Normalizer.normalize(Text.strip(text), Normalizer.Form.NFC);
    int at = Math.max(address.lastIndexOf('@'), address.lastIndexOf('\uFF20'));
    if (at < 0) {
      throw invalid();
    }
    String local = address.substring(0, at).toLowerCase(Locale.ROOT);
    String domain = domain(address.substring(at + 1));
    Email email = new Email(Normalizer.normalize(local, Normalizer.Form.NFC) + "@" + domain);
    if (email.value.endsWith(ERASED)) {
      throw invalid();
    }
    return email;
  }

  /** Stands for the address of an account that was erased. */
  public static Email ofErased(AccountId id) {
    return new Email(id.value().toLowerCase(Locale.ROOT) + ERASED);
  }

  /**
   * Approximates the mapping of UTS 46 without its tables: NFKC, lower case, and the dots of all
   * scripts.
   */
  private static String domain(String typed) {
    String mapped = mapped(typed.replace('\u3002', '.').replace('\uFF61', '.'));
    return Arrays.stream(mapped.split("\\.", -1))
        .map(Email::label)
        .collect(Collectors.joining("."));
  }

  private static String label(String label) {
    if (!label.startsWith(ENCODED)) {
      return label;
    }
    String decoded = Punycode.decode(label.substring(ENCODED.length())).orElseThrow(Email::invalid);
    boolean canonical = decoded.equals(mapped(decoded)) && decoded.indexOf('.') < 0;
    if (!canonical) {
      throw invalid();
    }
    return decoded;
  }

  private static String mapped(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }

  private static InvalidValueException invalid() {
    return new InvalidValueException("email", "is not an e-mail address");
  }

  private static boolean forbidden(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || (c >= 0xD800 && c <= 0xDFFF)
        || "<>()[],;:\\\"".indexOf(c) >= 0;
  }
}
