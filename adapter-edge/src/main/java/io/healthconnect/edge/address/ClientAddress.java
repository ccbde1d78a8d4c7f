package io.healthconnect.edge.address;

/**
 * Where a request comes from.
 *
 * @param text the address alone, for logs
 * @param network what limits count as one client
 */
public record ClientAddress(String text, String network) {
  static ClientAddress of(IpAddress address) {
    return new ClientAddress(address.value().getHostAddress(), address.network());
  }
}
