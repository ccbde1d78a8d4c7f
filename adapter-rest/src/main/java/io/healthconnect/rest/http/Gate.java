package io.healthconnect.rest.http;

import io.healthconnect.application.Actor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Decides who gets through to a route: the session, the role, and where the page comes from. */
public final class Gate {
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final int MAX_TOKEN = 4096;

  private record Credential(String token, boolean cookie) {}

  private final Function<String, Optional<Actor>> authenticate;
  private final Site site;
  private final SessionCookie cookie;

  public Gate(Function<String, Optional<Actor>> authenticate, Site site, SessionCookie cookie) {
    this.authenticate = authenticate;
    this.site = site;
    this.cookie = cookie;
  }

  /**
   * @return who asks; empty on routes for anyone, and where nobody has to be signed in
   * @throws ProblemException 401 or 403
   */
  Optional<Actor> admit(HttpServletRequest request, Route route) {
    boolean changes = !READING.contains(request.getMethod());
    if (route.who() == Access.ANYONE) {
      if (changes && isForeign(request)) {
        throw refused(ErrorCode.FORBIDDEN);
      }
      return Optional.empty();
    }
    if (route.who() == Access.MAYBE_SIGNED_IN && !changes) {
      return credential(request).flatMap(found -> authenticate.apply(found.token()));
    }
    Credential credential =
        credential(request).orElseThrow(() -> refused(ErrorCode.UNAUTHENTICATED));
    Actor actor =
        authenticate
            .apply(credential.token())
            .orElseThrow(() -> refused(ErrorCode.UNAUTHENTICATED));
    if (changes && credential.cookie() && !isOurs(request)) {
      throw refused(ErrorCode.FORBIDDEN);
    }
    if (!route.who().admits(actor.role())) {
      throw refused(ErrorCode.FORBIDDEN);
    }
    return Optional.of(actor);
  }

  private Optional<Credential> credential(HttpServletRequest request) {
    List<String> authorization = Exchange.headers(request, "Authorization");
    if (!authorization.isEmpty()) {
      String value = authorization.get(0);
      boolean bearer = authorization.size() == 1 && value.regionMatches(true, 0, "Bearer ", 0, 7);
      return Optional.of(new Credential(bearer ? value.substring(7).strip() : "", false))
          .filter(Gate::plausible);
    }
    Cookie[] cookies = request.getCookies();
    List<String> tokens =
        cookies == null
            ? List.of()
            : List.of(cookies).stream()
                .filter(c -> c.getName().equals(cookie.name()))
                .map(Cookie::getValue)
                .toList();
    return tokens.size() == 1
        ? Optional.of(new Credential(tokens.get(0), true)).filter(Gate::plausible)
        : Optional.empty();
  }

  private static boolean plausible(Credential credential) {
    return !credential.token().isEmpty() && credential.token().length() <= MAX_TOKEN;
  }

  /** Whether the request says that it comes from a page of this site. */
  private boolean isOurs(HttpServletRequest request) {
    List<String> origins = Exchange.headers(request, "Origin");
    if (origins.isEmpty()) {
      return Exchange.headers(request, "Sec-Fetch-Site").equals(List.of("same-origin"));
    }
    return origins.size() == 1
        && site.trusts(origins.get(0), Optional.ofNullable(request.getHeader("Host")));
  }

  /** Whether the request says that it comes from a page of another site. */
  private boolean isForeign(HttpServletRequest request) {
    boolean says =
        request.getHeader("Origin") != null || request.getHeader("Sec-Fetch-Site") != null;
    return says && !isOurs(request) && !isTypedIn(request);
  }

  private static boolean isTypedIn(HttpServletRequest request) {
    return request.getHeader("Origin") == null
        && Exchange.headers(request, "Sec-Fetch-Site").equals(List.of("none"));
  }

  private static ProblemException refused(ErrorCode code) {
    return new ProblemException(Problem.of(code));
  }
}
