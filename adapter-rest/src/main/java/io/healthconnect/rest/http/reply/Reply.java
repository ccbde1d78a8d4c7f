package io.healthconnect.rest.http.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reply of a route: content, or a {@link Problem}. */
public sealed interface Reply permits Reply.Content, Reply.Stream, Problem {
  /** Calls the function for this kind of reply and returns its value. */
  <T> T fold(
      Function<? super Content, ? extends T> onContent,
      Function<? super Stream, ? extends T> onStream,
      Function<? super Problem, ? extends T> onProblem);

  /**
   * A reply of any size, which is written as it is read.
   *
   * @param body writes everything, at the pace of the client, and releases what it holds, whether
   *     or not it comes to the end
   */
  record Stream(String contentType, Map<String, String> headers, Body body) implements Reply {
    /** Writes a body. */
    @FunctionalInterface
    public interface Body {
      void writeTo(OutputStream out) throws IOException;
    }

    public Stream {
      headers = Map.copyOf(headers);
    }

    @Override
    public <T> T fold(
        Function<? super Content, ? extends T> onContent,
        Function<? super Stream, ? extends T> onStream,
        Function<? super Problem, ? extends T> onProblem) {
      return onStream.apply(this);
    }
  }

  /**
   * A reply that is not a problem.
   *
   * @param body written as JSON, or unchanged if it is a string or bytes; null for none
   */
  record Content(int status, String contentType, @Nullable Object body, Map<String, String> headers)
      implements Reply {
    /** The only header that may have several lines, each of which is a separate header. */
    public static final String SET_COOKIE = "Set-Cookie";

    public Content {
      headers = Map.copyOf(headers);
    }

    public Content with(String header, String value) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put(header, value);
      return new Content(status, contentType, body, all);
    }

    /** This reply with one more cookie, after the others. */
    public Content withCookie(String cookie) {
      String before = headers.getOrDefault(SET_COOKIE, "");
      return with(SET_COOKIE, before.isEmpty() ? cookie : before + "\n" + cookie);
    }

    @Override
    public <T> T fold(
        Function<? super Content, ? extends T> onContent,
        Function<? super Stream, ? extends T> onStream,
        Function<? super Problem, ? extends T> onProblem) {
      return onContent.apply(this);
    }
  }

  /** A body that can leave out a part of its lists when it is too large for one reply. */
  interface Shortening {
    /** The same with about half of what can be left out; empty when there is nothing. */
    Optional<Object> shorter();
  }

  static Content ok(Object body) {
    return new Content(200, "application/json", body, Map.of());
  }

  /** An object with the one member. */
  static Content ok(String member, Object value) {
    return ok(Map.of(member, value));
  }

  /** An object with the one member. */
  static Content created(String member, Object value) {
    return created(Map.of(member, value));
  }

  static Content created(Object body) {
    return new Content(201, "application/json", body, Map.of());
  }

  static Content noContent() {
    return new Content(204, "", null, Map.of());
  }

  /** Tells the client that its copy is still current. */
  static Content notModified() {
    return new Content(304, "", null, Map.of());
  }

  /** A temporary redirect. */
  static Content found(URI elsewhere) {
    return new Content(302, "", null, Map.of("Location", elsewhere.toString()));
  }

  static Content document(String contentType, Object body) {
    return new Content(200, contentType, body, Map.of());
  }
}
