package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.Setting;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Where the server listens, by the two settings that say so.
 *
 * @param port 0 means any free port
 */
record ListenAddress(Setting<String> hostSetting, String host, Setting<?> portSetting, int port) {

  /** The same with a port of its own, if any will do. */
  ListenAddress withFixedPort() {
    return port != 0 ? this : new ListenAddress(hostSetting, host, portSetting, listen(this::free));
  }

  /**
   * Does what listens.
   *
   * @throws StartException if nothing can listen here; it says which setting to change
   */
  <T> T listen(Callable<T> start) {
    try {
      return start.call();
    } catch (RuntimeException e) {
      throw explained(e).orElseThrow(() -> e);
    } catch (Exception e) {
      throw explained(e).orElseThrow(() -> new IllegalStateException(e));
    }
  }

  InetAddress address() throws UnknownHostException {
    return InetAddress.getByName(host);
  }

  private int free() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, address())) {
      return free.getLocalPort();
    }
  }

  private Optional<RuntimeException> explained(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> explanation(cause, failure).stream())
        .findFirst();
  }

  private Optional<RuntimeException> explanation(Throwable cause, Throwable failure) {
    if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
      return Optional.of(
          new StartException(hostSetting, host + " is not a known host name or address", failure));
    }
    if (!(cause instanceof BindException)) {
      return Optional.empty();
    }
    String said = String.valueOf(cause.getMessage());
    if (said.contains("Cannot assign")) {
      return Optional.of(
          new StartException(hostSetting, host + " is not an address of this machine", failure));
    }
    return Optional.of(
        new StartException(portSetting, "port " + port + " of " + host + " " + why(said), failure));
  }

  private String why(String said) {
    if (said.contains("in use")) {
      return "is in use by another process";
    }
    if (said.contains("ermission")) {
      return "may not be used: permission denied"
          + (port < 1024 ? "; ports below 1024 need the privilege CAP_NET_BIND_SERVICE" : "");
    }
    return "cannot be used: " + said;
  }
}
