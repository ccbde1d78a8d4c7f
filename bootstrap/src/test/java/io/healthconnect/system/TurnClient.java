package io.healthconnect.system;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A TURN client over UDP, with as much of RFC 8489 and RFC 8656 as it takes to allocate a relay and
 * permit peers. Every request returns the error code of its answer, 0 for success.
 */
final class TurnClient implements AutoCloseable {
  private static final int MAGIC = 0x2112A442;
  private static final int HEADER = 20;
  private static final int ALLOCATE = 0x0003;
  private static final int CREATE_PERMISSION = 0x0008;
  private static final int CHANNEL_BIND = 0x0009;
  private static final int USERNAME = 0x0006;
  private static final int INTEGRITY = 0x0008;
  private static final int ERROR_CODE = 0x0009;
  private static final int CHANNEL_NUMBER = 0x000C;
  private static final int XOR_PEER_ADDRESS = 0x0012;
  private static final int REALM = 0x0014;
  private static final int NONCE = 0x0015;
  private static final int REQUESTED_TRANSPORT = 0x0019;
  private static final byte[] UDP = {17, 0, 0, 0};

  private final DatagramSocket socket;
  private final InetSocketAddress server;
  private final String username;
  private final String password;
  // One transaction id for all requests: the masks of addresses depend on it, and requests do not
  // overlap.
  private final byte[] transaction = new byte[12];
  private byte[] realm = {};
  private byte[] nonce = {};

  TurnClient(InetSocketAddress server, String username, String password) throws IOException {
    this.socket = new DatagramSocket(0, server.getAddress());
    this.socket.setSoTimeout(500);
    this.server = server;
    this.username = username;
    this.password = password;
    ThreadLocalRandom.current().nextBytes(transaction);
  }

  /** Requests without a credential, which returns realm and nonce, and then with it. */
  int allocate() throws IOException, GeneralSecurityException {
    int first = allocateUnsigned();
    return first == 401 ? request(ALLOCATE, Map.of(REQUESTED_TRANSPORT, UDP)) : first;
  }

  /** Requests without a credential. */
  int allocateUnsigned() throws IOException, GeneralSecurityException {
    nonce = new byte[0];
    return request(ALLOCATE, Map.of(REQUESTED_TRANSPORT, UDP));
  }

  int permit(byte[] peer) throws IOException, GeneralSecurityException {
    return request(CREATE_PERMISSION, Map.of(XOR_PEER_ADDRESS, address(peer)));
  }

  int bindChannel(byte[] peer) throws IOException, GeneralSecurityException {
    Map<Integer, byte[]> attributes =
        Map.of(CHANNEL_NUMBER, new byte[] {0x40, 0, 0, 0}, XOR_PEER_ADDRESS, address(peer));
    return request(CHANNEL_BIND, attributes);
  }

  private int request(int method, Map<Integer, byte[]> attributes)
      throws IOException, GeneralSecurityException {
    Map<Integer, byte[]> all = new TreeMap<>(attributes);
    if (nonce.length > 0) {
      all.put(USERNAME, username.getBytes(StandardCharsets.UTF_8));
      all.put(REALM, realm);
      all.put(NONCE, nonce);
    }
    byte[] message = message(method, all);
    for (int attempt = 0; attempt < 10; attempt++) {
      socket.send(new DatagramPacket(message, message.length, server));
      try {
        DatagramPacket answer = new DatagramPacket(new byte[1500], 1500);
        socket.receive(answer);
        return read(ByteBuffer.wrap(answer.getData(), 0, answer.getLength()));
      } catch (SocketTimeoutException e) {
        // UDP: try again.
      }
    }
    throw new IOException("the TURN server does not answer");
  }

  private byte[] message(int method, Map<Integer, byte[]> attributes)
      throws GeneralSecurityException {
    ByteBuffer out = ByteBuffer.allocate(1500);
    out.putShort((short) method).putShort((short) 0).putInt(MAGIC);
    out.put(transaction);
    attributes.forEach((type, value) -> put(out, type, value));
    if (attributes.containsKey(NONCE)) {
      out.putShort(2, (short) (out.position() - HEADER + 24));
      byte[] covered = Arrays.copyOf(out.array(), out.position());
      put(out, INTEGRITY, mac(covered));
    }
    out.putShort(2, (short) (out.position() - HEADER));
    return Arrays.copyOf(out.array(), out.position());
  }

  private byte[] mac(byte[] message) throws GeneralSecurityException {
    String text = username + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password;
    byte[] key = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "HmacSHA1"));
    return mac.doFinal(message);
  }

  private int read(ByteBuffer answer) {
    int type = answer.getShort();
    answer.position(HEADER);
    int code = (type & 0x0110) == 0x0110 ? -1 : 0;
    while (answer.remaining() >= 4) {
      int attribute = answer.getShort();
      byte[] value = new byte[answer.getShort()];
      answer.get(value);
      answer.position(Math.min(answer.limit(), (answer.position() + 3) & ~3));
      switch (attribute) {
        case REALM -> realm = value;
        case NONCE -> nonce = value;
        case ERROR_CODE -> code = value[2] * 100 + value[3];
        default -> {}
      }
    }
    return code;
  }

  /** Port 9 of the peer, masked. */
  private byte[] address(byte[] peer) {
    byte[] mask = ByteBuffer.allocate(16).putInt(MAGIC).put(transaction).array();
    ByteBuffer out = ByteBuffer.allocate(4 + peer.length);
    out.putShort((short) (peer.length == 4 ? 1 : 2)).putShort((short) (9 ^ (MAGIC >>> 16)));
    for (int i = 0; i < peer.length; i++) {
      out.put((byte) (peer[i] ^ mask[i]));
    }
    return out.array();
  }

  private static void put(ByteBuffer out, int type, byte[] value) {
    out.putShort((short) type).putShort((short) value.length).put(value);
    out.position((out.position() + 3) & ~3);
  }

  @Override
  public void close() {
    socket.close();
  }
}
