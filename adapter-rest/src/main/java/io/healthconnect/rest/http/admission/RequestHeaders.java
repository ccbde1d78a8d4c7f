package io.healthconnect.rest.http.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Reads header fields that may be repeated. */
public final class RequestHeaders {
  private RequestHeaders() {}

  /** All values of a header field. */
  public static List<String> all(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name));
  }
}
