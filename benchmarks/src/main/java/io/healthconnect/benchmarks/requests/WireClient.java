package io.healthconnect.benchmarks.requests;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One keep-alive connection that takes little of the processor that it shares with the server. */
public final class WireClient implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final String LENGTH = "content-length:";
  private static final String CHUNKED = "transfer-encoding: chunked";

  private final Socket socket;
  private final InputStream in;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private byte[] buffer = new byte[64 * 1024];
  private int filled;

  public WireClient(URI base) throws IOException {
    socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = socket.getInputStream();
  }

  /** Sends a request and waits for the whole reply. */
  public void exchange(byte[] request, int status) throws IOException {
    socket.getOutputStream().write(request);
    filled = 0;
    body.reset();
    int head = head();
    String text = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
    if (text.toLowerCase(Locale.ROOT).contains(CHUNKED)) {
      chunks(head);
    } else {
      take(head, length(text));
    }
    if (!text.startsWith("HTTP/1.1 " + status + " ")) {
      throw new IOException("expected " + status + " but got " + text + body());
    }
  }

  /** The body of the last reply. */
  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  /** Adds bytes to the body, and returns the place behind them. */
  private int take(int from, int length) throws IOException {
    while (filled < from + length) {
      fill();
    }
    body.write(buffer, from, length);
    return from + length;
  }

  private void chunks(int from) throws IOException {
    int at = from;
    int length;
    do {
      int end = lineEnd(at);
      String size = new String(buffer, at, end - at, StandardCharsets.ISO_8859_1);
      length = Integer.parseInt(size, 16);
      // The line end of each chunk is not part of the body.
      at = take(end + 2, length);
      while (filled < at + 2) {
        fill();
      }
      at += 2;
    } while (length > 0);
  }

  private int lineEnd(int from) throws IOException {
    for (int end = from; ; end++) {
      while (end + 1 >= filled) {
        fill();
      }
      if (buffer[end] == '\r') {
        return end;
      }
    }
  }

  /** Reads up to the end of the header, and returns its length. */
  private int head() throws IOException {
    int at = 0;
    while (true) {
      fill();
      for (; at + 4 <= filled; at++) {
        if (buffer[at] == '\r'
            && buffer[at + 1] == '\n'
            && buffer[at + 2] == '\r'
            && buffer[at + 3] == '\n') {
          return at + 4;
        }
      }
    }
  }

  private static int length(String head) {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        return Integer.parseInt(line.substring(LENGTH.length()).trim());
      }
    }
    return 0;
  }

  private void fill() throws IOException {
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new EOFException("the server closed the connection");
    }
    filled += read;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
