package io.healthconnect.security;

import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.DeviceMarkers;
import io.healthconnect.domain.account.Email;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Markers of the form {@code device.proof.proof…}: an identifier of the device and, for each
 * account that has logged in on it, an HMAC-SHA-256 of the account's e-mail address and the device.
 */
public final class HmacDeviceMarkers implements DeviceMarkers {
  private static final int MAX_ACCOUNTS = 5;
  private static final int MAX_LENGTH = 512;

  private final Hmac hmac;
  private final IdGenerator ids;

  /**
   * @param secret the same on every node; the key is derived from it, so it may have other uses too
   */
  public HmacDeviceMarkers(byte[] secret, IdGenerator ids) {
    this.hmac = Hmac.sha256(Hmac.sha256(secret).code("device marker"));
    this.ids = ids;
  }

  @Override
  public Optional<String> verify(Email email, String marker) {
    List<String> parts = parts(marker);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    String device = parts.get(0);
    byte[] expected = proof(email, device).getBytes(StandardCharsets.US_ASCII);
    boolean known =
        parts.stream()
            .skip(1)
            .anyMatch(
                proof ->
                    MessageDigest.isEqual(expected, proof.getBytes(StandardCharsets.US_ASCII)));
    return known ? Optional.of(device) : Optional.empty();
  }

  @Override
  public String issue(Email email, Optional<String> present) {
    List<String> parts = present.map(HmacDeviceMarkers::parts).orElse(List.of());
    String device = parts.isEmpty() ? ids.next() : parts.get(0);
    String proof = proof(email, device);
    List<String> others = parts.stream().skip(1).filter(each -> !each.equals(proof)).toList();
    // The latest accounts are kept. A forged proof among them proves nothing.
    Stream<String> kept = others.stream().skip(Math.max(0, others.size() - MAX_ACCOUNTS + 1));
    return Stream.of(Stream.of(device), kept, Stream.of(proof))
        .flatMap(each -> each)
        .reduce((left, right) -> left + "." + right)
        .orElseThrow(() -> new IllegalStateException("an empty marker"));
  }

  /** The device and the proofs; empty if the text is not a marker. */
  private static List<String> parts(String marker) {
    boolean shaped =
        marker.length() <= MAX_LENGTH && marker.matches("[a-z2-7]{26}(\\.[A-Za-z0-9_-]{43}){1,5}");
    return shaped ? List.of(marker.split("\\.", -1)) : List.of();
  }

  private String proof(Email email, String device) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(hmac.code(device + "\n" + email.value()));
  }
}
