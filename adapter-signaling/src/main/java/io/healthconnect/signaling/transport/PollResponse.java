package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.polling.Poll;
import io.healthconnect.signaling.polling.PollingSession;
import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The response to a GET that waits for packets. It holds no thread while it waits, and a client
 * that does not read it in time is cut off.
 */
final class PollResponse implements Poll {
  private static final Duration WRITE_DEADLINE = Duration.ofSeconds(20);

  private final PollingSession session;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final Timers timers;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final DisconnectWatch watch;
  private volatile boolean abandoned;

  PollResponse(
      PollingSession session,
      Request request,
      Response response,
      Callback callback,
      Timers timers) {
    this.session = session;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.timers = timers;
    this.watch = new DisconnectWatch(endPoint(), this::abandoned);
    // Pings and the deadline of the write detect a dead connection.
    request.addIdleTimeoutListener(idle -> false);
    request.addFailureListener(gone -> failed());
  }

  /** Ends the session if the client does not wait for the response. */
  void watch() {
    watch.start();
  }

  private void abandoned() {
    abandoned = true;
    session.fail();
  }

  private EndPoint endPoint() {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }

  /** Whether this call is the first, which has to write the response. */
  private boolean begins() {
    boolean first = answered.compareAndSet(false, true);
    if (first) {
      watch.stop();
    }
    if (first && abandoned) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    return first;
  }

  private void failed() {
    if (begins()) {
      session.fail();
      callback.failed(new EOFException("The client is gone"));
    }
  }

  @Override
  public void answer(String payload, Consumer<Boolean> written) {
    if (!begins()) {
      written.accept(false);
      return;
    }
    Cancellation deadline = timers.schedule(WRITE_DEADLINE, endPoint()::close);
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=UTF-8");
    Content.Sink.write(
        response,
        true,
        payload,
        Callback.from(
            () -> {
              deadline.cancel();
              written.accept(true);
              callback.succeeded();
            },
            failure -> {
              deadline.cancel();
              written.accept(false);
              callback.failed(failure);
            }));
  }

  @Override
  public void refuse() {
    if (begins()) {
      PollingHandler.refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
    }
  }
}
