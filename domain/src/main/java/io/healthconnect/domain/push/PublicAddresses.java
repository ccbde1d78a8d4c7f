package io.healthconnect.domain.push;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, so that nobody can make this server call
 * itself or its neighbours. Of IPv6, only global unicast addresses are public, without the ranges
 * in it that lead to IPv4 addresses or have a special purpose (RFC 6890).
 */
public final class PublicAddresses {
  private static final List<Range> SPECIAL_IPV4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");
  private static final Range GLOBAL_UNICAST = Range.of("2000::/3");
  private static final List<Range> SPECIAL_IPV6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicAddresses() {}

  /** Java itself turns IPv4 addresses that are written as IPv6 ones into IPv4 addresses. */
  public static boolean contain(InetAddress address) {
    return address instanceof Inet4Address
        ? SPECIAL_IPV4.stream().noneMatch(range -> range.has(address))
        : GLOBAL_UNICAST.has(address)
            && SPECIAL_IPV6.stream().noneMatch(range -> range.has(address));
  }

  private static List<Range> ranges(String... texts) {
    return List.of(texts).stream().map(Range::of).toList();
  }

  private record Range(BigInteger prefix, int shift) {
    static Range of(String text) {
      try {
        int slash = text.indexOf('/');
        InetAddress first = InetAddress.getByName(text.substring(0, slash));
        int bits = first.getAddress().length * Byte.SIZE;
        int shift = bits - Integer.parseInt(text.substring(slash + 1));
        return new Range(number(first).shiftRight(shift), shift);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException("not a range: " + text, e);
      }
    }

    boolean has(InetAddress address) {
      return number(address).shiftRight(shift).equals(prefix);
    }

    private static BigInteger number(InetAddress address) {
      return new BigInteger(1, address.getAddress());
    }
  }
}
