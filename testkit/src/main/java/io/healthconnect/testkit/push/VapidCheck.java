package io.healthconnect.testkit.push;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks who sends, straight from RFC 8292.
 *
 * @param publicKey of the sender, as in the header
 * @param claims the JSON that was signed
 */
public record VapidCheck(String publicKey, String claims) {
  private static final Pattern HEADER =
      Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+),\\s*k=([\\w-]+)");

  /**
   * @throws GeneralSecurityException if the header is not signed by the key that it names
   */
  public static VapidCheck of(String authorization) throws GeneralSecurityException {
    Matcher parts = HEADER.matcher(authorization);
    if (!parts.matches()) {
      throw new GeneralSecurityException("not a header of RFC 8292");
    }
    Base64.Decoder decoder = Base64.getUrlDecoder();
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(PushReceiver.publicKey(decoder.decode(parts.group(4))));
    signature.update((parts.group(1) + '.' + parts.group(2)).getBytes(StandardCharsets.US_ASCII));
    if (!signature.verify(decoder.decode(parts.group(3)))) {
      throw new GeneralSecurityException("not signed by this key");
    }
    return new VapidCheck(
        parts.group(4), new String(decoder.decode(parts.group(2)), StandardCharsets.UTF_8));
  }

  /** A claim that is a text or a number. */
  public String claim(String name) {
    Matcher claim =
        Pattern.compile('"' + name + "\"\\s*:\\s*(?:\"([^\"]*)\"|(\\d+))").matcher(claims);
    if (!claim.find()) {
      throw new IllegalStateException("no claim " + name);
    }
    return claim.group(1) == null ? claim.group(2) : claim.group(1);
  }
}
