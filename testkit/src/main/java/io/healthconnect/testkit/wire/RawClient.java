package io.healthconnect.testkit.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends arbitrary bytes and reads HTTP responses and WebSocket frames. */
public final class RawClient implements AutoCloseable {
  public static final String UPGRADE = BadHandshakes.GOOD;

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

  private final Socket socket;
  private final DataInputStream in;
  private String lastHead = "";

  public RawClient(int port) {
    this(port, 0);
  }

  /**
   * A client with a receive buffer of {@code receiveBuffer} bytes; 0 means the system's default.
   */
  public RawClient(int port, int receiveBuffer) {
    this(port, receiveBuffer, "127.0.0.1");
  }

  private RawClient(int port, int receiveBuffer, String from) {
    try {
      socket = new Socket();
      socket.bind(new InetSocketAddress(from, 0));
      if (receiveBuffer > 0) {
        socket.setReceiveBufferSize(receiveBuffer);
      }
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A client that connects from another address of this machine, such as 127.0.0.2. */
  public static RawClient from(String address, int port) {
    return new RawClient(port, 0, address);
  }

  /** A client whose upgrade was accepted and which has read the open packet. */
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

  /** A client that is connected as an account. */
  public static RawClient connected(int port, String account) {
    RawClient client = open(port);
    client.text("40{\"token\":\"token-" + account + "\"}");
    String answer = client.read().text();
    if (!answer.startsWith("40{\"sid\":")) {
      throw new AssertionError(answer);
    }
    return client;
  }

  /** Sends a request head, whose lines end with LF here, and returns the response head. */
  public String http(String head) {
    send((head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    return readHead();
  }

  /**
   * Sends a request head as {@link #http} does and returns the response status, or 0 if there is
   * none.
   */
  public int status(String head) {
    return status(() -> http(head));
  }

  /** The status of the next response, or 0 when the server closes the connection without one. */
  public int status() {
    return status(this::readHead);
  }

  private static int status(Supplier<String> answer) {
    try {
      String head = answer.get();
      return head.isEmpty() ? 0 : Integer.parseInt(head.split(" ", 3)[1]);
    } catch (UncheckedIOException hungUp) {
      if (hungUp.getCause() instanceof SocketException) {
        return 0;
      }
      throw hungUp;
    }
  }

  /** Shuts down the output: nothing more will be sent. */
  public void endInput() {
    try {
      socket.shutdownOutput();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Discards input until the server closes the connection, which it must do within the limit. */
  public void awaitEnd(Duration limit) {
    try {
      socket.setSoTimeout((int) limit.toMillis());
      in.skipNBytes(Long.MAX_VALUE);
    } catch (EOFException | SocketException end) {
      // The expected end.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Discards the body that the last response head announced. */
  public void skipBody() {
    Matcher length = LENGTH.matcher(lastHead);
    try {
      in.skipNBytes(length.find() ? Long.parseLong(length.group(1)) : 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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
    lastHead = answer.toString();
    return lastHead;
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

  /** Sends the chunks. Stops silently when the server has closed the connection. */
  public void send(List<byte[]> chunks) {
    try {
      for (byte[] chunk : chunks) {
        socket.getOutputStream().write(chunk);
      }
    } catch (IOException hungUp) {
      // The server answered before it read everything.
    }
  }

  /** The next frame, or a frame with opcode -1 at the end of the stream. */
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

  /**
   * Skips to the close frame and returns its status: 1005 if it has none, -1 if the stream ended
   * without one.
   */
  public int closeStatus() {
    Frame frame = read();
    while (frame.opcode() != 8 && frame.opcode() != -1) {
      frame = read();
    }
    return frame.closeStatus();
  }

  /** Whether there is input that has not been read yet. */
  public boolean hasAnswer() {
    try {
      return in.available() > 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
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

    /** The status of a close frame, 1005 if it has none, or -1 at the end of the stream. */
    public int closeStatus() {
      if (opcode == -1) {
        return -1;
      }
      return payload.length == 0 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xFFFF;
    }

    public String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }
}
