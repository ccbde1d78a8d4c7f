package io.healthconnect.notify.push;

import io.healthconnect.domain.push.PublicAddresses;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up the addresses of push services. The connection is made to the very addresses that were
 * checked here, so a name that means something else a moment later leads nowhere else.
 */
final class GuardedAddresses implements DnsResolver {
  private final Lookup lookup;
  private final Optional<URI> testService;

  /** Where names are looked up. */
  interface Lookup {
    InetAddress[] find(String host) throws UnknownHostException;
  }

  /**
   * @param testService a push service at a loopback address, which is called all the same
   */
  GuardedAddresses(Lookup lookup, Optional<URI> testService) {
    this.lookup = lookup;
    this.testService = testService;
  }

  /** Whether the port may be called: on the host of the service of tests, its own alone. */
  boolean allowPort(URI endpoint) {
    return testService
        .filter(service -> service.getHost().equals(endpoint.getHost()))
        .map(service -> service.getPort() == endpoint.getPort())
        .orElse(true);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = lookup.find(host);
    boolean loopback =
        testService.filter(service -> service.getHost().equals(host)).isPresent()
            && Stream.of(found).allMatch(InetAddress::isLoopbackAddress);
    if (!loopback && !Stream.of(found).allMatch(PublicAddresses::contain)) {
      throw new ForbiddenAddressException(host);
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
