package io.healthconnect.edge.address;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.InetAddressSet;

/** The proxies whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed. */
public final class TrustedProxies {
  private final InetAddressSet ranges;

  private TrustedProxies(InetAddressSet ranges) {
    this.ranges = ranges;
  }

  /**
   * @param texts addresses or CIDR ranges
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies parse(List<String> texts) {
    InetAddressSet ranges = new InetAddressSet();
    texts.forEach(text -> ranges.add(range(text.strip())));
    return new TrustedProxies(ranges);
  }

  /** The network of {@link #client}. */
  public String clientNetwork(String peer, List<String> forwardedFor) {
    return client(peer, forwardedFor).network();
  }

  /**
   * The client of a request: the last address that is not a trusted proxy. An entry that is not an
   * address ends the search at the proxy that sent it.
   *
   * @param peer the address at the other end of the connection
   * @param forwardedFor the lines of {@code X-Forwarded-For}
   */
  public ClientAddress client(String peer, List<String> forwardedFor) {
    Optional<IpAddress> client = IpAddress.parse(withoutZone(peer));
    if (client.isEmpty()) {
      return new ClientAddress(peer, peer, peer);
    }
    IpAddress found = client.get();
    List<String> hops = entries(forwardedFor);
    for (int i = hops.size() - 1; i >= 0 && contains(found); i--) {
      Optional<IpAddress> hop = IpAddress.parse(hops.get(i));
      if (hop.isEmpty()) {
        break;
      }
      found = hop.get();
    }
    return ClientAddress.of(found);
  }

  /** Whether the nearest trusted proxy says that the client came over TLS. */
  public boolean forwardedTls(String peer, List<String> forwardedProto) {
    List<String> hops = entries(forwardedProto);
    return contains(peer) && !hops.isEmpty() && hops.get(hops.size() - 1).equalsIgnoreCase("https");
  }

  public boolean contains(String address) {
    return IpAddress.parse(withoutZone(address)).filter(this::contains).isPresent();
  }

  private boolean contains(IpAddress address) {
    return !ranges.isEmpty() && ranges.test(address.value());
  }

  private static List<String> entries(List<String> lines) {
    List<String> entries = new ArrayList<>();
    for (String line : lines) {
      for (String entry : line.split(",", -1)) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  /** Removes the interface that sockets append to a link-local address: {@code fe80::1%eth0}. */
  private static String withoutZone(String peer) {
    return peer.indexOf('%') < 0 ? peer : peer.replaceFirst("%[A-Za-z0-9._-]+(?=]?$)", "");
  }

  /**
   * The canonical text of an address or CIDR range. Never asks a name server.
   *
   * @throws IllegalArgumentException if it is neither, or if bits are set behind the prefix
   */
  public static String range(String text) {
    String[] parts = text.split("/", 2);
    IpAddress address =
        IpAddress.parse(parts[0])
            .filter(found -> !parts[0].contains("]") && isBare(parts[0]))
            .orElseThrow(() -> new IllegalArgumentException("not an address or a range"));
    int most = address.value().getAddress().length * 8;
    String prefix = parts.length == 1 ? String.valueOf(most) : parts[1];
    if (!prefix.matches("\\d{1,3}") || Integer.parseInt(prefix) > most) {
      throw new IllegalArgumentException("not a prefix length");
    }
    String range = address.value().getHostAddress() + "/" + Integer.parseInt(prefix);
    new InetAddressSet().add(range);
    return range;
  }

  /** Whether the text is an address without a port. */
  private static boolean isBare(String text) {
    return !text.contains(".")
        || text.indexOf(':') < 0
        || text.indexOf(':') != text.lastIndexOf(':');
  }
}
