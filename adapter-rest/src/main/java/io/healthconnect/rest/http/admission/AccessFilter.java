package io.healthconnect.rest.http.admission;

import io.healthconnect.application.Actor;
import io.healthconnect.edge.cookie.Cookies;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides who may use a route, by session, role, and the origin of the page. */
public final class AccessFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final int MAX_TOKEN = 4096;

  private final Function<String, Optional<Actor>> authenticate;
  private final OriginPolicy policy;
  private final SessionCookie cookie;
  private final Predicate<Actor> mayAdminister;

  /**
   * @param mayAdminister whether an admin has the second factor that routes of admins may need
   */
  public AccessFilter(
      Function<String, Optional<Actor>> authenticate,
      OriginPolicy policy,
      SessionCookie cookie,
      Predicate<Actor> mayAdminister) {
    this.authenticate = authenticate;
    this.policy = policy;
    this.cookie = cookie;
    this.mayAdminister = mayAdminister;
  }

  /**
   * @return the authenticated actor; empty on routes for anyone, and if an optional session is
   *     missing
   * @throws ProblemException 401 or 403
   */
  public Optional<Actor> admit(HttpServletRequest request, Access access) {
    boolean changes = !READING.contains(request.getMethod());
    if (access == Access.ANYONE) {
      if (changes && isForeign(request)) {
        throw refused(ErrorCode.FORBIDDEN);
      }
      return Optional.empty();
    }
    Optional<Caller> caller = caller(request);
    if (access == Access.MAYBE_SIGNED_IN && !changes) {
      return caller.map(Caller::actor);
    }
    if (caller.isEmpty()) {
      throw refused(ErrorCode.UNAUTHENTICATED);
    }
    Actor actor = caller.get().actor();
    if (changes && caller.get().cookie() && !isOurs(request)) {
      throw refused(ErrorCode.FORBIDDEN);
    }
    if (!access.admits(actor.role())) {
      throw refused(ErrorCode.FORBIDDEN);
    }
    if (access == Access.ADMIN && !mayAdminister.test(actor)) {
      throw refused(ErrorCode.NO_SECOND_FACTOR);
    }
    return Optional.of(actor);
  }

  /** Who a request comes from, and whether the browser added the credential by itself. */
  private record Caller(Actor actor, boolean cookie) {}

  /**
   * The actor of the first valid credential, since a neighbouring host may have set the same
   * cookie.
   */
  private Optional<Caller> caller(HttpServletRequest request) {
    List<String> authorization = RequestHeaders.all(request, "Authorization");
    if (!authorization.isEmpty()) {
      String value = authorization.get(0);
      boolean bearer = authorization.size() == 1 && value.regionMatches(true, 0, "Bearer ", 0, 7);
      return bearer ? authenticated(value.substring(7).strip(), false) : Optional.empty();
    }
    return Cookies.parse(RequestHeaders.all(request, "Cookie"))
        .getOrDefault(cookie.name(), List.of())
        .stream()
        .map(token -> authenticated(token, true))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Caller> authenticated(String token, boolean fromCookie) {
    return token.isEmpty() || token.length() > MAX_TOKEN
        ? Optional.empty()
        : authenticate.apply(token).map(actor -> new Caller(actor, fromCookie));
  }

  /** Whether the request claims to come from a page of this policy. */
  private boolean isOurs(HttpServletRequest request) {
    List<String> origins = RequestHeaders.all(request, "Origin");
    Optional<String> host = Optional.ofNullable(request.getHeader("Host"));
    if (origins.isEmpty()) {
      return policy.authority(host).isPresent()
          && RequestHeaders.all(request, "Sec-Fetch-Site").equals(List.of("same-origin"));
    }
    return origins.size() == 1 && policy.trusts(origins.get(0), host);
  }

  /** Whether the request claims to come from a page of another policy. */
  private boolean isForeign(HttpServletRequest request) {
    boolean says =
        request.getHeader("Origin") != null || request.getHeader("Sec-Fetch-Site") != null;
    return says && !isOurs(request) && !isTypedIn(request);
  }

  private static boolean isTypedIn(HttpServletRequest request) {
    return request.getHeader("Origin") == null
        && RequestHeaders.all(request, "Sec-Fetch-Site").equals(List.of("none"));
  }

  private static ProblemException refused(ErrorCode code) {
    return new ProblemException(Problem.of(code));
  }
}
