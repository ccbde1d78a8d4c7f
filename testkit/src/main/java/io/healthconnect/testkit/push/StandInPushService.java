package io.healthconnect.testkit.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.healthconnect.domain.push.PushEndpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A push service on a loopback address, over TLS, with browsers behind it: it checks who sends,
 * decrypts, and hands over what a browser would show. Each browser answers as a test wants.
 */
public final class StandInPushService implements AutoCloseable {
  public static final String TRUST_PASSWORD = "changeit";

  /** What a browser was sent. */
  public record Received(String text, VapidCheck sender, Map<String, String> headers) {}

  /**
   * How the service answers.
   *
   * @param headers of the answer
   */
  public record Answer(int status, Map<String, String> headers) {
    public static final Answer CREATED = new Answer(201, Map.of());
  }

  /** A browser that has subscribed. */
  public static final class Browser {
    private final PushReceiver receiver = PushReceiver.create();
    private final URI endpoint;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private volatile Answer answer = Answer.CREATED;
    private volatile CountDownLatch held = new CountDownLatch(0);

    private Browser(URI endpoint) {
      this.endpoint = endpoint;
    }

    public PushReceiver receiver() {
      return receiver;
    }

    /** The address, which is public only for who knows the stand-in. */
    public PushEndpoint endpoint() {
      return PushEndpoint.restore(endpoint.toString());
    }

    public void answer(Answer next) {
      answer = next;
    }

    /** Gives no answer until {@link #release}. */
    public void hold() {
      held = new CountDownLatch(1);
    }

    public void release() {
      held.countDown();
    }

    /** Waits for the next message for half a minute. */
    public Optional<Received> next() {
      try {
        return Optional.ofNullable(received.poll(30, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }

    /** How many messages have come that nobody has asked for. */
    public int waiting() {
      return received.size();
    }
  }

  private final Path folder;
  private final SSLContext trust;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

  private StandInPushService(Path folder) throws IOException, GeneralSecurityException {
    this.folder = folder;
    KeyStore keys = keys(folder);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, TRUST_PASSWORD.toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    trust = SSLContext.getInstance("TLS");
    trust.init(null, trusted.getTrustManagers(), null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /**
   * @param folder for its certificate
   */
  public static StandInPushService start(Path folder) {
    try {
      return new StandInPushService(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate of localhost that the JDK's own tool makes. */
  private static KeyStore keys(Path folder) throws IOException, GeneralSecurityException {
    Path file = file(folder);
    if (!Files.exists(file)) {
      String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
      String names = "SAN=dns:localhost,dns:push.example.org,ip:127.0.0.1";
      Process made =
          new ProcessBuilder(
                  List.of(
                      tool,
                      "-genkeypair",
                      "-alias",
                      "push",
                      "-keyalg",
                      "EC",
                      "-groupname",
                      "secp256r1",
                      "-dname",
                      "CN=localhost",
                      "-ext",
                      names,
                      "-validity",
                      "30",
                      "-storetype",
                      "PKCS12",
                      "-keystore",
                      file.toString(),
                      "-storepass",
                      TRUST_PASSWORD))
              .inheritIO()
              .start();
      try {
        if (!made.waitFor(1, TimeUnit.MINUTES) || made.exitValue() != 0) {
          throw new IOException("keytool has made no certificate");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, TRUST_PASSWORD.toCharArray());
    }
    return keys;
  }

  private static Path file(Path folder) {
    return folder.resolve("push-service.p12");
  }

  /** The file with the certificate, for {@code -Djavax.net.ssl.trustStore}. */
  public Path trustStore() {
    return file(folder);
  }

  /** Trusts the certificate alone. */
  public SSLContext trust() {
    return trust;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI url() {
    return URI.create("https://localhost:" + port());
  }

  /** A browser that subscribes now. */
  public Browser subscribe() {
    return subscribe("localhost");
  }

  /** A browser whose endpoint is at that host, which must lead here. */
  public Browser subscribe(String host) {
    String path = "/send/" + browsers.size();
    Browser browser = new Browser(URI.create("https://" + host + ':' + port() + path));
    browsers.put(path, browser);
    return browser;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Browser browser = browsers.get(exchange.getRequestURI().getPath());
      if (browser == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      // As it is before anybody hears of the message.
      Answer answer = browser.answer;
      browser.received.add(received(exchange, browser));
      browser.held.await();
      answer.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.sendResponseHeaders(answer.status(), -1);
    } catch (GeneralSecurityException e) {
      exchange.sendResponseHeaders(400, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Received received(HttpExchange exchange, Browser browser)
      throws IOException, GeneralSecurityException {
    Map<String, String> headers = new ConcurrentHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    VapidCheck sender = VapidCheck.of(Optional.ofNullable(headers.get("Authorization")).orElse(""));
    String text = browser.receiver.decrypt(exchange.getRequestBody().readAllBytes());
    return new Received(text, sender, headers);
  }

  @Override
  public void close() {
    browsers.values().forEach(Browser::release);
    server.stop(0);
    threads.shutdownNow();
  }
}
