package io.healthconnect.edge.address;

/**
 * Where a request comes from.
 *
 * @param text the address alone, for logs
 * @param network what limits count as one client
 * @param site what guesses of one password are counted by
 */
public record ClientAddress(String text, String network, String site) {
  static ClientAddress of(IpAddress address) {
    return new ClientAddress(address.value().getHostAddress(), address.network(), address.site());
  }
}
