package io.healthconnect.rest.web;

import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.server.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of the API, for programs and people. */
public final class DocumentRoutes {
  private static final String HTML = "text/html; charset=utf-8";

  private final byte[] openApi;
  private final byte[] asyncApi;
  private final byte[] guide;
  private final byte[] home;
  private final byte[] style;
  private byte @Nullable [] docs;

  private DocumentRoutes(byte[] openApi, byte[] asyncApi, byte[] guide, byte[] home, byte[] style) {
    this.openApi = openApi;
    this.asyncApi = asyncApi;
    this.guide = guide;
    this.home = home;
    this.style = style;
  }

  /** Reads the documents once. The page at "/" shows where there is no web client. */
  public static DocumentRoutes load() {
    return new DocumentRoutes(
        resource("/openapi.yaml"),
        resource("/asyncapi.yaml"),
        resource("/site/guide.html"),
        resource("/site/home.html"),
        resource("/site/docs.css"));
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.yaml", Access.ANYONE, e -> Reply.document("application/yaml", openApi)),
        Route.get(
            "/asyncapi.yaml", Access.ANYONE, e -> Reply.document("application/yaml", asyncApi)),
        Route.get("/docs", Access.ANYONE, e -> Reply.document(HTML, docs())),
        Route.get(
            "/docs.css", Access.ANYONE, e -> Reply.document("text/css; charset=utf-8", style)),
        Route.get("/", Access.ANYONE, e -> Reply.document(HTML, home)));
  }

  /**
   * Rendered on the first request, because parsing the YAML took a twentieth of the start-up time.
   */
  private synchronized byte[] docs() {
    if (docs == null) {
      docs = DocsPage.render(openApi, guide);
    }
    return docs;
  }

  private static byte[] resource(String name) {
    try (InputStream stream = DocumentRoutes.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
