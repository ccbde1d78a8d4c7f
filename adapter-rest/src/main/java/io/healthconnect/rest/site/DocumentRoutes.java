package io.healthconnect.rest.site;

import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The description of the API, for programs and for people. */
public final class DocumentRoutes {
  private static final String HTML = "text/html; charset=utf-8";

  private final byte[] openApi;
  private final byte[] home;
  private final byte[] style;
  private final WebClient webClient;
  private byte @Nullable [] docs;

  private DocumentRoutes(byte[] openApi, byte[] home, byte[] style, WebClient webClient) {
    this.openApi = openApi;
    this.home = home;
    this.style = style;
    this.webClient = webClient;
  }

  /** Reads the documents once. Without a web client there is a plain page at "/". */
  public static DocumentRoutes load(WebClient webClient) {
    return new DocumentRoutes(
        resource("/openapi.yaml"),
        resource("/site/home.html"),
        resource("/site/docs.css"),
        webClient);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/openapi.yaml", Access.ANYONE, e -> Reply.document("application/yaml", openApi)),
        Route.get("/docs", Access.ANYONE, e -> Reply.document(HTML, docs())),
        Route.get(
            "/docs.css", Access.ANYONE, e -> Reply.document("text/css; charset=utf-8", style)),
        Route.get("/", Access.ANYONE, this::start));
  }

  private Reply start(Exchange exchange) {
    return webClient.start(exchange.asked()).orElseGet(() -> Reply.document(HTML, home));
  }

  /** Rendered when somebody asks for it first: reading YAML was a twentieth of the start. */
  private synchronized byte[] docs() {
    if (docs == null) {
      docs = DocsPage.render(openApi);
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
