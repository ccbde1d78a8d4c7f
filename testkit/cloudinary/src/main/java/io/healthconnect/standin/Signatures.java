package io.healthconnect.standin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Signatures as Cloudinary documents them: the SHA-256, in hex, of all parameters except these,
 * sorted by name and joined as {@code name=value} with {@code &} (written as {@code %26} inside
 * values), followed by the secret. Written from the documentation, without the SDK.
 */
public final class Signatures {
  private static final Set<String> UNSIGNED =
      Set.of("file", "cloud_name", "resource_type", "api_key", "signature");

  private Signatures() {}

  /** The signature of a request or a reply with these parameters. */
  public static String of(Map<String, String> parameters, String secret) {
    String text =
        new TreeMap<>(parameters)
            .entrySet().stream()
                .filter(each -> !UNSIGNED.contains(each.getKey()) && !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + each.getValue().replace("&", "%26"))
                .collect(Collectors.joining("&"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((text + secret).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
