package io.healthconnect.rest.site;

import io.healthconnect.rest.http.Fallback;
import io.healthconnect.rest.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built web client, served from the class path. Its build lists the files; names that are not
 * in that list do not exist, whatever they look like. All is read once, at the start.
 */
public final class WebClient implements Fallback {
  private static final String INDEX = "/index.html";
  private static final String HASHED = "/assets/";
  private static final List<String> SERVERS_OWN = List.of("/api", "/health", "/socket.io");
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8",
          "webmanifest", "application/manifest+json");

  /**
   * @param encoded the same bytes, compressed, by name of the encoding
   */
  private record File(String tag, String type, byte[] bytes, Map<String, byte[]> encoded) {}

  private final Map<String, File> files;

  private WebClient(Map<String, File> files) {
    this.files = files;
  }

  /**
   * Reads the files of a folder of the class path, such as {@code /web}; none when the web client
   * was not built.
   */
  public static WebClient load(String folder) {
    Map<String, File> files = new HashMap<>();
    byte[] list = resource(folder + "/files.txt");
    if (list != null) {
      new String(list, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("\t", -1))
          .forEach(parts -> files.put("/" + parts[0], file(folder, parts)));
    }
    return new WebClient(Map.copyOf(files));
  }

  @Override
  public Optional<Reply> answer(Request request) {
    File file = files.get(request.path());
    if (file != null) {
      return Optional.of(reply(file, request.path().startsWith(HASHED), request));
    }
    return request.wantsHtml() && isPage(request.path()) ? start(request) : Optional.empty();
  }

  /** The page that the client starts with; empty without a web client. */
  Optional<Reply> start(Request request) {
    return Optional.ofNullable(files.get(INDEX)).map(index -> reply(index, false, request));
  }

  /** Addresses of the client have no dot in their last part; those that do ask for a file. */
  private static boolean isPage(String path) {
    return SERVERS_OWN.stream().noneMatch(own -> path.equals(own) || path.startsWith(own + "/"))
        && !path.substring(path.lastIndexOf('/') + 1).contains(".");
  }

  private static Reply reply(File file, boolean hashed, Request request) {
    String encoding =
        file.encoded().containsKey("br") && request.accepts("br")
            ? "br"
            : file.encoded().containsKey("gzip") && request.accepts("gzip") ? "gzip" : "";
    String tag = '"' + file.tag() + (encoding.isEmpty() ? "" : "-" + encoding) + '"';
    Map<String, String> headers = new HashMap<>();
    headers.put("ETag", tag);
    headers.put("Vary", "Origin, Accept, Accept-Encoding");
    headers.put("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    if (request.ifNoneMatch().equals(Optional.of(tag))) {
      return new Reply.Content(304, "", null, headers);
    }
    byte[] bytes = file.encoded().getOrDefault(encoding, file.bytes());
    if (!encoding.isEmpty()) {
      headers.put("Content-Encoding", encoding);
    }
    return new Reply.Content(200, file.type(), bytes, headers);
  }

  private static File file(String folder, String[] parts) {
    String name = folder + "/" + parts[0];
    Map<String, byte[]> encoded = new HashMap<>();
    for (String encoding : List.of("br", "gz")) {
      if (List.of(parts[2].split(",")).contains(encoding)) {
        encoded.put(encoding.equals("gz") ? "gzip" : encoding, existing(name + "." + encoding));
      }
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type = TYPES.getOrDefault(extension, "application/octet-stream");
    return new File(parts[1], type, existing(name), Map.copyOf(encoded));
  }

  private static byte[] existing(String name) {
    byte[] bytes = resource(name);
    if (bytes == null) {
      throw new IllegalStateException("the jar lacks " + name);
    }
    return bytes;
  }

  private static byte @Nullable [] resource(String name) {
    try (InputStream stream = WebClient.class.getResourceAsStream(name)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
