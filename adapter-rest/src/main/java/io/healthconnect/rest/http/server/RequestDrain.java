package io.healthconnect.rest.http.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Reads and discards the rest of a body after its request was answered. A connection that is closed
 * while the client is still writing is reset, and then neither browsers nor proxies see the answer.
 * Amount, time and number of concurrent drains are limited; beyond that the connection is cut.
 */
final class RequestDrain {
  /** More than the largest body that any route or the sample proxy accepts. */
  private static final long MAX_BYTES = 20L * 1024 * 1024;

  private static final long MAX_SECONDS = 10;
  private static final int MAX_AT_ONCE = 256;

  private final AtomicInteger underWay = new AtomicInteger();

  /** Wraps the request so that its body can still be read after the handlers have finished. */
  static Request readableToTheEnd(Request request) {
    return mayHaveBody(request) ? new Readable(request) : request;
  }

  /** A callback that first reads the rest of the request's body, and then completes. */
  Callback before(Callback completion, Request request) {
    if (!mayHaveBody(request)) {
      return completion;
    }
    return Callback.from(() -> drain(request, completion), completion::failed);
  }

  private static boolean mayHaveBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private void drain(Request request, Callback completion) {
    // A client that waits for 100 Continue sends nothing more once it has the answer.
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      completion.succeeded();
      return;
    }
    if (underWay.incrementAndGet() > MAX_AT_ONCE) {
      underWay.decrementAndGet();
      completion.succeeded();
      return;
    }
    Scheduler.Task cut =
        request
            .getComponents()
            .getScheduler()
            .schedule(() -> cut(request), MAX_SECONDS, TimeUnit.SECONDS);
    new Loop(request, completion, cut).run();
  }

  /** Fails the pending read, which ends the loop. */
  private static void cut(Request request) {
    request
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close(new EofException("the rest of the body arrived too slowly"));
  }

  /**
   * Jetty itself would fail the body of a request that is answered before all of it has arrived.
   */
  private static final class Readable extends Request.Wrapper {
    private boolean ended;

    private Readable(Request request) {
      super(request);
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      ended |= chunk != null && chunk.isLast();
      return chunk;
    }

    /** Consumes what has arrived, and leaves the rest. */
    @Override
    public boolean consumeAvailable() {
      while (!ended) {
        Content.Chunk chunk = read();
        if (chunk == null) {
          return false;
        }
        chunk.release();
      }
      return true;
    }
  }

  private final class Loop implements Invocable.Task {
    private final Request request;
    private final Callback completion;
    private final Scheduler.Task cut;
    private long bytes;

    private Loop(Request request, Callback completion, Scheduler.Task cut) {
      this.request = request;
      this.completion = completion;
      this.cut = cut;
    }

    @Override
    public void run() {
      while (true) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        bytes += chunk.remaining();
        chunk.release();
        if (chunk.isLast() || Content.Chunk.isFailure(chunk) || bytes > MAX_BYTES) {
          cut.cancel();
          underWay.decrementAndGet();
          completion.succeeded();
          return;
        }
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }
}
