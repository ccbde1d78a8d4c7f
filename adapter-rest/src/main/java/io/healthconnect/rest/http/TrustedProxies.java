package io.healthconnect.rest.http;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** The proxies whose {@code X-Forwarded-For} is believed. */
public final class TrustedProxies {
  private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");

  private record Range(BigInteger network, int ignoredBits, int length) {}

  private final List<Range> ranges;

  private TrustedProxies(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * @param texts addresses or CIDR ranges
   * @throws IllegalArgumentException if one is neither
   */
  public static TrustedProxies parse(List<String> texts) {
    return new TrustedProxies(texts.stream().map(TrustedProxies::range).toList());
  }

  /** The address that a request came from: the last one that is not a trusted proxy. */
  public String client(String peer, List<String> forwardedFor) {
    String client = peer;
    List<String> hops =
        forwardedFor.stream().flatMap(line -> List.of(line.split(",")).stream()).toList();
    for (int i = hops.size() - 1; i >= 0 && contains(client); i--) {
      String hop = hops.get(i).strip();
      if (!LITERAL.matcher(hop).matches()) {
        return client;
      }
      client = hop;
    }
    return client;
  }

  public boolean contains(String address) {
    if (ranges.isEmpty() || !LITERAL.matcher(address).matches()) {
      return false;
    }
    byte[] bytes = bytes(address);
    BigInteger number = new BigInteger(1, bytes);
    return ranges.stream()
        .anyMatch(
            range ->
                range.length() == bytes.length
                    && number.shiftRight(range.ignoredBits()).equals(range.network()));
  }

  private static Range range(String text) {
    String[] parts = text.strip().split("/", 2);
    if (!LITERAL.matcher(parts[0]).matches()) {
      throw new IllegalArgumentException("not an address or a range");
    }
    byte[] bytes = bytes(parts[0]);
    int bits = parts.length == 1 ? bytes.length * 8 : Integer.parseInt(parts[1]);
    if (bits < 0 || bits > bytes.length * 8) {
      throw new IllegalArgumentException("not a prefix length");
    }
    int ignored = bytes.length * 8 - bits;
    return new Range(new BigInteger(1, bytes).shiftRight(ignored), ignored, bytes.length);
  }

  private static byte[] bytes(String literal) {
    try {
      return InetAddress.getByName(literal).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address");
    }
  }
}
