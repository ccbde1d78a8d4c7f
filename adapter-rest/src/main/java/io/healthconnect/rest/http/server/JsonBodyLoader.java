package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.request.SlowBodyDetector;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Loads JSON bodies before their requests are handled, so that a slow sender holds no thread.
 * Bodies that are too long for JSON, and other types, are left to the handler of the request.
 */
final class JsonBodyLoader implements ContentLoaderFactory {
  /** The bytes of all incomplete bodies together. Bodies that arrive at once do not count. */
  private static final long MOST_WAITING = 32L * 1024 * 1024;

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final AtomicLong waiting = new AtomicLong();
  private final TransportLimits limits;
  private final ProblemErrorHandler problems;

  JsonBodyLoader(TransportLimits limits, ProblemErrorHandler problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  public String getApplicableMimeType() {
    return "application/json";
  }

  @Override
  public @Nullable ContentLoader newContentLoader(
      String contentType,
      String mimeType,
      Handler handler,
      Request request,
      Response response,
      Callback callback) {
    return request.getLength() > limits.jsonBytes()
        ? null
        : new Loader(handler, request, response, callback);
  }

  /** Copies what arrives, so that a few bytes do not retain a network buffer. */
  private final class Loader extends ContentLoader implements Invocable.Task {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    private final SlowBodyDetector slow =
        SlowBodyDetector.below(limits.connections().bytesPerSecond(), System::nanoTime);

    private int counted;
    private Content.@Nullable Chunk loaded;

    private Loader(Handler handler, Request request, Response response, Callback callback) {
      super(handler, request, response, callback);
    }

    @Override
    protected void load() {
      if (takesAll()) {
        proceed();
      }
    }

    /** More has arrived; called on a thread that must not block. */
    @Override
    public void run() {
      slow.stopWaiting();
      if (takesAll()) {
        Executor threads = getRequest().getComponents().getExecutor();
        Executor virtual = VirtualThreads.getVirtualThreadsExecutor(threads);
        try {
          (virtual == null ? threads : virtual).execute(this::proceed);
        } catch (RejectedExecutionException stopped) {
          getCallback().failed(stopped);
        }
      }
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }

    private boolean takesAll() {
      while (loaded == null) {
        Content.Chunk chunk = getRequest().read();
        if (chunk == null) {
          demandMore();
          return false;
        }
        take(chunk);
      }
      count(0);
      return true;
    }

    private void demandMore() {
      if (slow.isTooSlow()) {
        refuse(Problem.of(ErrorCode.REQUEST_TIMEOUT));
      } else if (count(body.size()) > MOST_WAITING) {
        refuse(Problem.retryAfter(ErrorCode.OVERLOADED, RETRY));
      } else {
        slow.startWaiting();
        getRequest().demand(this);
      }
    }

    private void refuse(Problem problem) {
      count(0);
      problems.write(getRequest(), getResponse(), getCallback(), problem.withBodyUnread());
    }

    /** Counts this body with so many bytes from now on, and returns the total of all bodies. */
    private long count(int bytes) {
      long all = waiting.addAndGet(bytes - counted);
      counted = bytes;
      return all;
    }

    private void take(Content.Chunk chunk) {
      if (Content.Chunk.isFailure(chunk)) {
        loaded = chunk;
        return;
      }
      byte[] bytes = BufferUtil.toArray(chunk.getByteBuffer());
      body.writeBytes(bytes);
      slow.received(bytes.length);
      chunk.release();
      if (chunk.isLast() || body.size() > limits.jsonBytes()) {
        loaded = Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), chunk.isLast());
      }
    }

    private void proceed() {
      handle(new Loaded(getRequest(), loaded), getResponse(), getCallback());
    }
  }

  /** The request with the part of its body that was read. */
  private static final class Loaded extends Request.Wrapper {
    private Content.@Nullable Chunk next;

    private Loaded(Request request, Content.@Nullable Chunk loaded) {
      super(request);
      next = loaded;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = next;
      if (chunk == null) {
        return super.read();
      }
      next = Content.Chunk.next(chunk);
      return chunk;
    }
  }
}
