package io.healthconnect.rest.http;

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
 * Has JSON come in before its request is looked at, so that one who sends it slowly holds no
 * thread. What is longer than JSON may be, and other kinds, is left to whoever handles the request.
 */
final class JsonBodies implements ContentLoaderFactory {
  /** Of all bodies that have begun and are waited for; whose body comes at once does not count. */
  private static final long MOST_WAITING = 32L * 1024 * 1024;

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final AtomicLong waiting = new AtomicLong();
  private final TransportLimits limits;
  private final ProblemPages problems;

  JsonBodies(TransportLimits limits, ProblemPages problems) {
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

  /** Copies what comes, so that a few bytes do not keep a buffer of the network. */
  private final class Loader extends ContentLoader implements Invocable.Task {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private long firstByte;
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

    /** More has come, and says so on a thread that must not wait for anything. */
    @Override
    public void run() {
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
      if (isTooSlow()) {
        refuse(Problem.of(ErrorCode.REQUEST_TIMEOUT));
      } else if (count(body.size()) > MOST_WAITING) {
        refuse(Problem.retryAfter(ErrorCode.OVERLOADED, RETRY));
      } else {
        getRequest().demand(this);
      }
    }

    private void refuse(Problem problem) {
      count(0);
      problems.write(getRequest(), getResponse(), getCallback(), problem.withBodyUnread());
    }

    /** Counts this body with so many bytes from now on; all of them together. */
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
      if (body.size() == 0) {
        firstByte = System.nanoTime();
      }
      body.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
      chunk.release();
      if (chunk.isLast() || body.size() > limits.jsonBytes()) {
        loaded = Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), chunk.isLast());
      }
    }

    /** The first second is everybody's: a few bytes may come before the rest. */
    private boolean isTooSlow() {
      double seconds = (System.nanoTime() - firstByte) / 1e9;
      return body.size() > 0 && seconds >= 1 && body.size() < limits.bytesPerSecond() * seconds;
    }

    private void proceed() {
      handle(new Loaded(getRequest(), loaded), getResponse(), getCallback());
    }
  }

  /** The request with what was read of its body. */
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
