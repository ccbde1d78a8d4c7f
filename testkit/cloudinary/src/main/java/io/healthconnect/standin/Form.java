package io.healthconnect.standin;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a request.
 *
 * @param parameters by name
 * @param file empty when there is none
 */
record Form(Map<String, String> parameters, byte[] file) {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");

  static Form ofQuery(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
        parameters.put(pair.substring(0, equals), value);
      }
    }
    return new Form(parameters, new byte[0]);
  }

  /** Reads {@code multipart/form-data}. */
  static Form ofParts(String contentType, byte[] body) throws IOException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new IOException("no boundary");
    }
    Map<String, String> parameters = new HashMap<>();
    byte[] file = new byte[0];
    // One character per byte, so that offsets in the text are offsets in the body.
    String text = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    for (String part : text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(head < 0 ? "" : part.substring(0, head));
      if (name.find()) {
        byte[] value = part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1);
        if (name.group(1).equals("file")) {
          file = value;
        } else {
          parameters.put(name.group(1), new String(value, StandardCharsets.UTF_8));
        }
      }
    }
    return new Form(parameters, file);
  }
}
