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
    // Pings and the deadline of the write detect a dead connection.
    request.addIdleTimeoutListener(idle -> false);
    request.addFailureListener(gone -> failed());
  }

  private void failed() {
    if (answered.compareAndSet(false, true)) {
      session.fail();
      callback.failed(new EOFException("The client is gone"));
    }
  }

  @Override
  public void answer(String payload, Consumer<Boolean> written) {
    if (!answered.compareAndSet(false, true)) {
      written.accept(false);
      return;
    }
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    Cancellation deadline = timers.schedule(WRITE_DEADLINE, endPoint::close);
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
    if (answered.compareAndSet(false, true)) {
      PollingHandler.refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
    }
  }
}
