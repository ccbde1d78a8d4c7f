package io.healthconnect.rest.http.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * A request whose method is the one in its first line. Javalin would take another from a header,
 * after what guards the method that was sent has let it pass.
 */
final class SentMethod extends Request.Wrapper {
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  private final HttpFields headers;

  private SentMethod(Request request) {
    super(request);
    headers = HttpFields.build(request.getHeaders()).remove(OVERRIDE).asImmutable();
  }

  static Request of(Request request) {
    return request.getHeaders().contains(OVERRIDE) ? new SentMethod(request) : request;
  }

  @Override
  public HttpFields getHeaders() {
    return headers;
  }
}
