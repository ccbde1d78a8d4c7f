package io.healthconnect.rest.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.http.content.ResourceHttpContent;
import org.eclipse.jetty.util.resource.MemoryResource;
import org.jspecify.annotations.Nullable;

/**
 * The files of the built web client, from the class path. Its build lists the files with a digest
 * of each; names that are not in that list do not exist, whatever they look like. Everything is
 * read once, at the start.
 */
public final class WebClient {
  /** The page that the client starts with. */
  static final String INDEX = "/index.html";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "png", "image/png",
          "txt", "text/plain; charset=utf-8",
          "webmanifest", "application/manifest+json",
          "woff2", "font/woff2");

  private final Set<String> names;
  private final Map<String, HttpContent> contents;

  private WebClient(Set<String> names, Map<String, HttpContent> contents) {
    this.names = Set.copyOf(names);
    this.contents = Map.copyOf(contents);
  }

  /**
   * Reads the files of a folder on the class path, such as {@code /web}; none if the web client was
   * not built.
   */
  public static WebClient load(String folder) {
    Map<String, String> digests = new HashMap<>();
    Map<String, HttpContent> contents = new HashMap<>();
    byte[] list = resource(folder + "/files.txt");
    if (list != null) {
      for (String line : new String(list, StandardCharsets.UTF_8).lines().toList()) {
        String[] parts = line.split("\t", -1);
        String name = "/" + parts[0];
        digests.put(name, parts[1]);
        contents.put(name, file(folder, name, parts[1]));
        for (String extension : List.of("br", "gz")) {
          if (List.of(parts[2].split(",")).contains(extension)) {
            String packed = name + "." + extension;
            contents.put(packed, file(folder, packed, parts[1]));
          }
        }
      }
    }
    return new WebClient(digests.keySet(), contents);
  }

  /** Whether there is a file of this name; the compressed forms have no names of their own. */
  boolean has(String name) {
    return names.contains(name);
  }

  /** The files and, behind the ending of their format, their compressed forms. */
  HttpContent.Factory contents() {
    return contents::get;
  }

  private static HttpContent file(String folder, String name, String digest) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    byte[] bytes = resource(folder + name);
    if (bytes == null) {
      throw new IllegalStateException("the jar lacks " + folder + name);
    }
    return new File(
        new MemoryResource(URI.create("web-client:" + name), bytes),
        TYPES.getOrDefault(extension, "application/octet-stream"),
        digest);
  }

  private static byte @Nullable [] resource(String name) {
    try (InputStream stream = WebClient.class.getResourceAsStream(name)) {
      return stream == null ? null : stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file that is known by its digest. Dates say nothing: all files of a reproducible jar have the
   * same one, and two builds of the start page often have the same length.
   */
  private static final class File extends ResourceHttpContent {
    private final HttpField tag;

    private File(MemoryResource resource, String type, String digest) {
      super(resource, type);
      this.tag = new HttpField(HttpHeader.ETAG, '"' + digest + '"');
    }

    @Override
    public HttpField getETag() {
      return tag;
    }

    @Override
    public @Nullable HttpField getLastModified() {
      return null;
    }
  }
}
