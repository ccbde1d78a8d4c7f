package io.healthconnect.bootstrap.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An IP address, or a CIDR range of them.
 *
 * @param network the first address as hexadecimal digits, 8 (IPv4) or 32 (IPv6)
 * @param bits how many leading bits count
 */
public record AddressRange(String network, int bits) {

  static SettingType<AddressRange> kind() {
    return new SettingType<>(
        "an IP address or CIDR range such as 10.0.0.0/8 (no bits set behind the prefix)",
        AddressRange::parse);
  }

  /**
   * Never asks a name server.
   *
   * @throws IllegalArgumentException if it is neither an address nor a range
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = literal(slash < 0 ? text : text.substring(0, slash));
    int most = 8 * address.length;
    int bits = slash < 0 ? most : SettingType.number(0, most).parse(text.substring(slash + 1));
    if (!Arrays.equals(masked(address, bits), address)) {
      throw new IllegalArgumentException("bits are set behind the prefix");
    }
    return new AddressRange(HexFormat.of().formatHex(address), bits);
  }

  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return 2 * bytes.length == network.length()
        && HexFormat.of().formatHex(masked(bytes, bits)).equals(network);
  }

  private static byte[] masked(byte[] address, int bits) {
    byte[] masked = address.clone();
    for (int bit = bits; bit < 8 * masked.length; bit++) {
      masked[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
    }
    return masked;
  }

  private static byte[] literal(String text) {
    boolean four = text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    boolean six = text.contains(":") && text.matches("[0-9a-fA-F:.]{2,45}");
    if (!four && !six) {
      throw new IllegalArgumentException("not an address");
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address", e);
    }
  }

  /** The range as people write it, such as {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    try {
      byte[] bytes = HexFormat.of().parseHex(network);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }
}
