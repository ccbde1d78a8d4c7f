package io.healthconnect.signaling.rig;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A client that sends any bytes it likes and reads frames. */
public final class RawClient implements AutoCloseable {
  public static final String UPGRADE =
      """
      GET /socket.io/?EIO=4&transport=websocket HTTP/1.1
      Host: 127.0.0.1
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Version: 13
      """;

  private final Socket socket;
  private final DataInputStream in;

  public RawClient(int port) {
    this(port, 0);
  }

  /** With a receive buffer of so many bytes, or the system's own for 0. */
  public RawClient(int port, int receiveBuffer) {
    try {
      socket = new Socket();
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(10_000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A client whose upgrade was accepted and whose open packet was read. */
  public static RawClient open(int port) {
    RawClient client = new RawClient(port);
    String answer = client.http(UPGRADE);
    if (!answer.startsWith("HTTP/1.1 101 ")) {
      throw new AssertionError(answer);
    }
    if (!client.read().text().startsWith("0{")) {
      throw new AssertionError("no open packet");
    }
    return client;
  }

  /** A client that is admitted to an account. */
  public static RawClient connected(int port, String account) {
    RawClient client = open(port);
    client.text("40{\"token\":\"token-" + account + "\"}");
    String answer = client.read().text();
    if (!answer.startsWith("40{\"sid\":")) {
      throw new AssertionError(answer);
    }
    return client;
  }

  /** Sends a request head (lines end with LF here) and reads the head of the answer. */
  public String http(String head) {
    send((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return readHead();
  }

  public String readHead() {
    StringBuilder answer = new StringBuilder();
    try {
      while (answer.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          break;
        }
        answer.append((char) next);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return answer.toString();
  }

  public void text(String text) {
    send(Frames.text(text));
  }

  public void send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sends in chunks; stops without a word when the server has hung up already. */
  public void send(List<byte[]> chunks) {
    try {
      for (byte[] chunk : chunks) {
        socket.getOutputStream().write(chunk);
      }
    } catch (IOException hungUp) {
      // The answer was sent before the rest was.
    }
  }

  /** The next frame; at the end of the stream one with opcode -1. */
  public Frame read() {
    try {
      int first = in.read();
      if (first < 0) {
        return Frame.END;
      }
      int code = in.readUnsignedByte();
      int length = code < 126 ? code : code == 126 ? in.readUnsignedShort() : (int) in.readLong();
      byte[] payload = new byte[length];
      in.readFully(payload);
      return new Frame(first & 0x0F, payload);
    } catch (EOFException | SocketException end) {
      return Frame.END;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads on to the close frame; its status, 1005 for none, or -1 when the stream just ended. */
  public int closeStatus() {
    Frame frame = read();
    while (frame.opcode() != 8 && frame.opcode() != -1) {
      frame = read();
    }
    if (frame.opcode() == -1) {
      return -1;
    }
    return frame.payload().length == 0
        ? 1005
        : ByteBuffer.wrap(frame.payload()).getShort() & 0xFFFF;
  }

  public InputStream input() {
    return in;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A frame from the server. */
  public record Frame(int opcode, byte[] payload) {
    static final Frame END = new Frame(-1, new byte[0]);

    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }
}
