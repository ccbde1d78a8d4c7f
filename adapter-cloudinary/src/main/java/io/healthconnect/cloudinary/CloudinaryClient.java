package io.healthconnect.cloudinary;

import com.cloudinary.Cloudinary;
import com.cloudinary.Uploader;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.healthconnect.domain.media.ImagesUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls Cloudinary. Each call has a deadline and its own connection, which is cut at the deadline;
 * the SDK only limits the time between two bytes. After repeated failures no calls are made for a
 * while, so that nobody waits for an answer that will not come.
 */
final class CloudinaryClient implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CloudinaryClient.class);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int MOST_AT_ONCE = 64;

  /** One call, including the check of its answer. */
  interface Call {
    /**
     * @throws IOException if there is no answer, or not the expected one
     */
    void make(Uploader uploader) throws IOException;
  }

  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0, MOST_AT_ONCE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), CloudinaryClient::thread);
  private final HttpClient http = HttpClient.newHttpClient();
  private final CloudinaryAddress address;
  private final Duration patience;
  private final CircuitBreaker breaker;

  CloudinaryClient(CloudinaryAddress address, Duration patience, Clock clock) {
    this.address = address;
    this.patience = patience;
    breaker =
        CircuitBreaker.of(
            "cloudinary",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(50)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(2)
                .clock(clock)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> LOG.warn("Calls to Cloudinary: {}", event.getStateTransition().getToState()));
  }

  /**
   * @throws ImagesUnavailableException if the call failed; it may have taken effect all the same
   */
  void make(Call call) {
    guarded(
        () -> {
          makeInTime(call);
          return true;
        });
  }

  /**
   * What is at a signed URL; empty if there is nothing.
   *
   * @throws ImagesUnavailableException if the call failed
   */
  Optional<byte[]> fetch(URI url) {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(patience).build();
    return guarded(
        () -> {
          HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
          return switch (answer.statusCode()) {
            case 200 -> Optional.of(answer.body());
            case 404 -> Optional.<byte[]>empty();
            default -> throw new IOException("Cloudinary answered " + answer.statusCode());
          };
        });
  }

  private <T> T guarded(Callable<T> call) {
    try {
      return breaker.executeCallable(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImagesUnavailableException(PAUSE, e);
    } catch (Exception e) {
      throw new ImagesUnavailableException(PAUSE, e);
    }
  }

  private void makeInTime(Call call) throws Exception {
    BasicHttpClientConnectionManager connection = new BasicHttpClientConnectionManager();
    Future<?> made =
        threads.submit(
            () -> {
              call.make(uploader(connection));
              return true;
            });
    try {
      made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("Cloudinary did not answer within " + patience);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnexpectedResponseException wrong) {
        throw wrong;
      }
      // The SDK's message may quote the answer; the kind of failure is enough.
      throw new IOException("Cloudinary could not be called: " + kind(e));
    } finally {
      made.cancel(true);
      connection.close(CloseMode.IMMEDIATE);
    }
  }

  private Uploader uploader(BasicHttpClientConnectionManager connection) {
    Map<String, Object> configuration = new HashMap<>(address.configuration());
    configuration.put("timeout", (int) Math.max(1, patience.toSeconds()));
    configuration.put("properties", Map.of("connectionManager", connection));
    return new Cloudinary(configuration).uploader();
  }

  private static String kind(ExecutionException e) {
    return Optional.ofNullable(e.getCause()).map(cause -> cause.getClass().getName()).orElse("");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "cloudinary");
    thread.setDaemon(true);
    return thread;
  }
}
