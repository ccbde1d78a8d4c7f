package io.healthconnect.notify.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Makes the sockets of one mailer, and closes the newest from any thread. That ends whatever waits
 * for it, which closing a transport of the mail library does not: it waits itself.
 */
final class WatchedSockets extends SocketFactory {
  private Optional<Socket> newest = Optional.empty();

  @Override
  public synchronized Socket createSocket() {
    Socket socket = new Socket();
    newest = Optional.of(socket);
    return socket;
  }

  /** Closes the newest socket; does nothing if it is closed. */
  synchronized void close() {
    try {
      if (newest.isPresent()) {
        newest.get().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unconnected();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw unconnected();
  }

  private static IOException unconnected() {
    return new IOException("only unconnected sockets, whose connecting has a time limit");
  }
}
