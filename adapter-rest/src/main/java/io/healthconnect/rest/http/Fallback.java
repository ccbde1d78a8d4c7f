package io.healthconnect.rest.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Answers GET requests that no route takes. */
@FunctionalInterface
public interface Fallback {
  /** What such an answer may depend on. */
  record Request(
      String path,
      Optional<String> accept,
      Optional<String> acceptEncoding,
      Optional<String> ifNoneMatch) {
    /** Whether a browser asks for a page, and not a script for data. */
    public boolean wantsHtml() {
      return accept.map(types -> listed(types, "text/html")).orElse(false);
    }

    /** Whether the reply may come in this encoding. */
    public boolean accepts(String encoding) {
      return acceptEncoding.map(codings -> listed(codings, encoding)).orElse(false);
    }

    /** Whether a header names the value, and does not refuse it with {@code q=0}. */
    private static boolean listed(String header, String value) {
      return Arrays.stream(header.toLowerCase(Locale.ROOT).replace(" ", "").split(","))
          .map(item -> item.split(";"))
          .anyMatch(item -> item.length > 0 && item[0].equals(value) && !refused(item));
    }

    private static boolean refused(String[] item) {
      return Arrays.stream(item).anyMatch(part -> part.matches("q=0(\\.0*)?"));
    }
  }

  /** Empty when there is nothing of that name here either. */
  Optional<Reply> answer(Request request);
}
