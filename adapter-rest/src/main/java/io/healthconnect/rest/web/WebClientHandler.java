package io.healthconnect.rest.web;

import io.healthconnect.rest.http.request.EntityTags;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.CompressedContentFormat;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.PreCompressedHttpContentFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.ResourceService;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Serves the web client ahead of the routes: its files, and its start page at the addresses of its
 * pages. Never blocks, so a slow reader holds no thread.
 */
public final class WebClientHandler extends Handler.Wrapper {
  private static final String HASHED = "/assets/";
  private static final List<String> READING = List.of("GET", "HEAD");
  private static final List<String> SERVERS_OWN = List.of("/api", "/health", "/socket.io");

  private static final List<CompressedContentFormat> COMPRESSED =
      List.of(CompressedContentFormat.BR, CompressedContentFormat.GZIP);

  private final WebClient client;
  private final List<Route> routes;
  private final ResourceService files = new Files();

  /**
   * @param routes whose addresses are not the client's, but for "/"
   */
  public WebClientHandler(WebClient client, List<Route> routes) {
    this.client = client;
    this.routes = routes;
    files.setEtags(true);
    files.setAcceptRanges(false);
    files.setDirAllowed(false);
    files.setPrecompressedFormats(COMPRESSED);
    files.setHttpContentFactory(new PreCompressedHttpContentFactory(client.contents(), COMPRESSED));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<String> file =
        READING.contains(request.getMethod()) ? file(request) : Optional.empty();
    if (file.isPresent()) {
      HttpURI uri = HttpURI.build(request.getHttpURI()).path(file.get());
      Request served = Request.serveAs(request, uri);
      HttpContent content = files.getContent(file.get(), served);
      if (content != null) {
        files.doGet(served, response, callback, content);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }

  /** The name of the file that answers the request. */
  private Optional<String> file(Request request) {
    // As it was sent: a path that leads to a file in a roundabout way is not its name.
    String path = request.getHttpURI().getPath();
    if (path == null) {
      return Optional.empty();
    }
    if (client.has(path)) {
      return Optional.of(path);
    }
    boolean start = path.equals("/") || (isPage(path) && wantsHtml(request));
    return Optional.of(WebClient.INDEX).filter(index -> start && client.has(index));
  }

  /**
   * Addresses of the client have no dot in their last part; those that do ask for a file. One may
   * also be posted to.
   */
  private boolean isPage(String path) {
    return !path.substring(path.lastIndexOf('/') + 1).contains(".")
        && SERVERS_OWN.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"))
        && routes.stream().noneMatch(route -> route.method().equals("GET") && route.fits(path));
  }

  /** Whether a browser asks for a page, and not a script for data. */
  private static boolean wantsHtml(Request request) {
    return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT).stream()
        .map(type -> type.split(";", 2)[0].strip())
        .anyMatch("text/html"::equalsIgnoreCase);
  }

  /** Adds what caches must know. Conditions are tags alone, as everywhere in the API. */
  private static final class Files extends ResourceService {
    private static final String VARY = "Origin, Accept, Accept-Encoding";

    @Override
    public void doGet(Request request, Response response, Callback callback, HttpContent content) {
      boolean hashed = Request.getPathInContext(request).startsWith(HASHED);
      response
          .getHeaders()
          .put(
              HttpHeader.CACHE_CONTROL,
              hashed ? "public, max-age=31536000, immutable" : "no-cache");
      super.doGet(request, response, callback, content);
    }

    @Override
    protected boolean handleConditionalHeaders(
        Request request, Response response, HttpContent content, Callback callback) {
      boolean known =
          EntityTags.parse(Optional.ofNullable(request.getHeaders().get(HttpHeader.IF_NONE_MATCH)))
              .filter(tags -> tags.meets(content.getETagValue()))
              .isPresent();
      if (known) {
        response.setStatus(304);
        response.getHeaders().put(content.getETag()).put(HttpHeader.VARY, VARY);
        callback.succeeded();
      }
      return known;
    }

    @Override
    protected void putHeaders(Response response, HttpContent content, long length) {
      super.putHeaders(response, content, length);
      response.getHeaders().put(HttpHeader.VARY, VARY);
    }
  }
}
