package io.healthconnect.domain.push;

import io.healthconnect.domain.account.ResetToken;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where a push service takes the notices of one device: a URL from outside. It is https, and if its
 * host is an address, a public one; what a name stands for must be checked with each use. Whoever
 * knows the URL can send to the device, so it is not shown.
 */
public record PushEndpoint(URI value) {
  public static final int LONGEST = 1_000;

  /** Empty if this server must not send there. */
  public static Optional<PushEndpoint> of(String text) {
    // Whatever is not ASCII would be written differently on the wire.
    return text.length() <= LONGEST && text.matches("[!-~]+")
        ? url(text).filter(PushEndpoint::isAllowed).map(PushEndpoint::new)
        : Optional.empty();
  }

  /** An endpoint that was checked before it was stored. */
  public static PushEndpoint restore(String text) {
    return new PushEndpoint(URI.create(text));
  }

  private static Optional<URI> url(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean isAllowed(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && url.getRawFragment() == null
        && (isAddress(url.getHost()) ? isPublic(url.getHost()) : isName(url.getHost()));
  }

  private static boolean isAddress(String host) {
    return host.startsWith("[") || host.matches("[0-9]+(\\.[0-9]+){3}");
  }

  /** A last label that begins with a digit is another way to write an address. */
  private static boolean isName(String host) {
    return host.matches("(.*\\.)?[A-Za-z][A-Za-z0-9-]*\\.?");
  }

  /** Looks nothing up: the host is an address. */
  private static boolean isPublic(String host) {
    try {
      return PublicAddresses.contain(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public PushSubscriptionId id() {
    return new PushSubscriptionId(ResetToken.hashOf(value.toString()));
  }

  @Override
  public String toString() {
    return value.getHost();
  }
}
