package io.healthconnect.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Stands in for Cloudinary's upload, destroy and download endpoints on the loopback interface.
 * Checks the API key, the signature and its age, and the expiry of URLs, and can be told to fail.
 */
public final class CloudinaryStandIn implements AutoCloseable {
  /** The name of its only cloud, as in Cloudinary's URLs. */
  public static final String CLOUD = "clinic-images";

  public static final String KEY = "824679135024681";

  /** The API secret. Both sides know it; it is never sent. */
  public static final String SECRET = "s3cr3t_canary-Kq7Zt0vWb2Rn5Ya9";

  /** What it does with requests. */
  public enum Behaviour {
    /** Carries out the request and answers. */
    ANSWERS,
    /** Ignores the request and keeps the connection open until the behaviour changes. */
    HANGS,
    /** Carries out the request, but never answers. */
    KEEPS_AND_HANGS,
    /** Answers 503 with an HTML page. */
    FAILS,
    /** Answers 401, as it would for revoked keys. */
    REFUSES,
    /** Carries out the request and closes the connection in the middle of the answer. */
    BREAKS_OFF,
    /** Carries out the request, but signs the answer with another secret. */
    ANSWERS_FORGED
  }

  /** A request as it was received. */
  public record Received(String action, Map<String, String> parameters, byte[] file) {}

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool(CloudinaryStandIn::daemon);
  private final Semaphore hanging = new Semaphore(0);
  private final Cloud cloud;
  private final int port;
  private HttpServer server;
  private volatile Behaviour behaviour = Behaviour.ANSWERS;
  private volatile CountDownLatch changed = new CountDownLatch(1);

  public CloudinaryStandIn(Clock clock) throws IOException {
    cloud = new Cloud(KEY, SECRET, clock);
    server = listen(0);
    port = server.getAddress().getPort();
  }

  /** The value of {@code CLOUDINARY_URL} that points to this stand-in. */
  public String url() {
    return "cloudinary://%s:%s@%s?upload_prefix=%s".formatted(KEY, SECRET, CLOUD, base());
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public void behave(Behaviour next) {
    behaviour = next;
    changed.countDown();
    changed = new CountDownLatch(1);
  }

  /** Refuses connections from now on. */
  public synchronized void goDown() {
    server.stop(0);
  }

  /** Listens on the same port again. Stored images are still there. */
  public synchronized void comeBack() throws IOException {
    server = listen(port);
  }

  /** The public identifiers of all stored images. */
  public Set<String> publicIds() {
    return cloud.publicIds();
  }

  /** All requests so far, in order. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Waits until another request hangs; each hanging request ends one wait. */
  public void awaitHanging() throws InterruptedException {
    hanging.acquire();
  }

  @Override
  public synchronized void close() {
    behave(Behaviour.ANSWERS);
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpServer listen(int at) throws IOException {
    HttpServer listening =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
    listening.setExecutor(threads);
    listening.createContext("/v1_1/" + CLOUD + "/image/", this::handle);
    listening.start();
    return listening;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String action = path.substring(path.lastIndexOf('/') + 1);
      Form form = form(exchange);
      received.add(new Received(action, Map.copyOf(form.parameters()), form.file()));
      switch (behaviour) {
        case ANSWERS -> send(exchange, cloud.answer(action, form));
        case HANGS -> hang();
        case KEEPS_AND_HANGS -> {
          cloud.answer(action, form);
          hang();
        }
        case FAILS ->
            send(exchange, new Cloud.Answer(503, "text/html", "<p>Try later</p>".getBytes(UTF_8)));
        case REFUSES -> send(exchange, Cloud.Answer.refused(401, "Invalid api_key"));
        case BREAKS_OFF -> sendHalf(exchange, cloud.answer(action, form));
        case ANSWERS_FORGED -> send(exchange, forged(cloud.answer(action, form)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hang() throws InterruptedException {
    CountDownLatch until = changed;
    hanging.release();
    until.await();
  }

  private static Form form(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    byte[] body = exchange.getRequestBody().readAllBytes();
    String query = exchange.getRequestURI().getRawQuery();
    return type == null ? Form.ofQuery(query == null ? "" : query) : Form.ofParts(type, body);
  }

  private static void send(HttpExchange exchange, Cloud.Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private static void sendHalf(HttpExchange exchange, Cloud.Answer answer) throws IOException {
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
    exchange.getResponseBody().flush();
  }

  private static Cloud.Answer forged(Cloud.Answer answer) {
    String text = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    return Cloud.Answer.json(
        answer.status(), text.replaceFirst("\"signature\":\"..", "\"signature\":\"00"));
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "cloudinary-stand-in");
    thread.setDaemon(true);
    return thread;
  }
}
