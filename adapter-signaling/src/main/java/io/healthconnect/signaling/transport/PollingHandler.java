package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.Timers;
import io.healthconnect.signaling.Timers.Cancellation;
import io.healthconnect.signaling.polling.PollingSession;
import io.healthconnect.signaling.polling.PollingSessions;
import io.healthconnect.signaling.session.Handshake;
import io.healthconnect.signaling.session.SignalingCore;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves the requests of long-polling. No request holds a thread while it waits. */
final class PollingHandler {
  private final PollingSessions sessions;
  private final OriginPolicy origins;
  private final ConnectionLimiter limiter;
  private final Timers timers;
  private final SignalingCore core;

  PollingHandler(
      SignalingCore core,
      PollingSessions sessions,
      OriginPolicy origins,
      ConnectionLimiter limiter) {
    this.core = core;
    this.sessions = sessions;
    this.origins = origins;
    this.limiter = limiter;
    this.timers = core.timers();
  }

  /**
   * Handles a request that has passed the validator.
   *
   * @param client what the request tells about the client
   */
  void handle(
      Request request,
      Response response,
      Callback callback,
      Handshake client,
      EngineRequest query) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    allowOrigin(client, response);
    if (HttpMethod.OPTIONS.is(request.getMethod())) {
      preflight(response, callback);
    } else if (query.hasSid()) {
      continueSession(request, response, callback, client, query.sid().orElseThrow());
    } else {
      openSession(request, response, callback, client);
    }
  }

  private void openSession(
      Request request, Response response, Callback callback, Handshake client) {
    Optional<Runnable> permit = limiter.acquire(client.remoteAddress());
    if (permit.isEmpty()) {
      refuse(HandshakeRefusal.TOO_MANY_CONNECTIONS, response, callback);
      return;
    }
    PollingSession session = sessions.open(client, permit.get());
    poll(session, request, response, callback);
  }

  private void poll(PollingSession session, Request request, Response response, Callback callback) {
    PollResponse poll = new PollResponse(session, request, response, callback, timers);
    session.poll(poll);
    poll.watch();
  }

  private void continueSession(
      Request request, Response response, Callback callback, Handshake client, String sid) {
    PollingSession session = sessions.find(sid).orElse(null);
    if (session == null) {
      refuse(HandshakeRefusal.SESSION_UNKNOWN, response, callback);
    } else if (!sameCookies(session.handshake(), client)) {
      refuse(HandshakeRefusal.FORBIDDEN, response, callback);
    } else if (HttpMethod.POST.is(request.getMethod())) {
      post(session, request, response, callback);
    } else {
      poll(session, request, response, callback);
    }
  }

  /** A session that was opened with a session cookie belongs to the bearer of that cookie. */
  boolean sameCookies(Handshake first, Handshake later) {
    return origins.sessionCookies().stream()
        .allMatch(name -> first.cookies(name).equals(later.cookies(name)));
  }

  private void post(PollingSession session, Request request, Response response, Callback callback) {
    int limit = core.limits().frames().maxMessageBytes();
    if (!session.beginPost()) {
      refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
    } else if (request.getLength() > limit) {
      session.fail();
      refuse(HandshakeRefusal.TOO_LARGE, response, callback);
    } else {
      Cancellation deadline =
          timers.schedule(
              core.limits().timeouts().handshake(),
              () -> request.getConnectionMetaData().getConnection().getEndPoint().close());
      new BodyReader(request, limit, new Posted(session, response, callback, deadline)).run();
    }
  }

  private record Posted(
      PollingSession session, Response response, Callback callback, Cancellation deadline)
      implements BodyReader.Result {
    @Override
    public void complete(String body) {
      deadline.cancel();
      if (session.post(body)) {
        response.setStatus(200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=UTF-8");
        Content.Sink.write(response, true, "ok", callback);
      } else {
        refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
      }
    }

    @Override
    public void tooLarge() {
      deadline.cancel();
      session.fail();
      refuse(HandshakeRefusal.TOO_LARGE, response, callback);
    }

    @Override
    public void failed() {
      deadline.cancel();
      session.fail();
      refuse(HandshakeRefusal.BAD_REQUEST, response, callback);
    }
  }

  /** Lets pages of the allowed origins read the responses, with their cookies. */
  private void allowOrigin(Handshake client, Response response) {
    String origin = client.origin();
    if (origin != null && origins.allowed().contains(origin)) {
      response.getHeaders().put("Access-Control-Allow-Origin", origin);
      response.getHeaders().put("Access-Control-Allow-Credentials", "true");
      response.getHeaders().put(HttpHeader.VARY, "Origin");
    }
  }

  private static void preflight(Response response, Callback callback) {
    response.setStatus(204);
    response.getHeaders().put("Access-Control-Allow-Methods", "GET, POST");
    response.getHeaders().put("Access-Control-Allow-Headers", "Content-Type, Authorization");
    response.getHeaders().put("Access-Control-Max-Age", "600");
    callback.succeeded();
  }

  static void refuse(HandshakeRefusal refusal, Response response, Callback callback) {
    response.setStatus(refusal.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    if (refusal == HandshakeRefusal.UPGRADE_REQUIRED) {
      response.getHeaders().put("Sec-WebSocket-Version", "13");
      response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
    } else if (refusal == HandshakeRefusal.TOO_MANY_CONNECTIONS) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
    } else if (refusal == HandshakeRefusal.TOO_LARGE) {
      // The rest of the body is not read, so that the connection cannot be used again.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    Content.Sink.write(response, true, refusal.body(), callback);
  }
}
