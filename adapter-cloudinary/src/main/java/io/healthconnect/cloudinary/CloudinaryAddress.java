package io.healthconnect.cloudinary;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Cloudinary account in the form that its console shows: {@code cloudinary://KEY:SECRET@CLOUD},
 * with {@code ?upload_prefix=https://HOST} for another API host, such as that of a region.
 *
 * @param cloud names the account; public
 * @param key the API key; public
 * @param secret signs requests; never sent, shown or logged
 * @param api the base address of the HTTP API, without a path
 */
public record CloudinaryAddress(String cloud, String key, String secret, URI api) {
  /** Describes the text that {@link #parse} accepts, for error messages. */
  public static final String ALLOWED =
      "cloudinary://KEY:SECRET@CLOUD, with ?upload_prefix=https://HOST for another host of the API";

  private static final URI USUAL_API = URI.create("https://api.cloudinary.com");
  private static final Pattern FORM =
      Pattern.compile(
          "cloudinary://([A-Za-z0-9_-]{1,100}):([A-Za-z0-9_-]{1,200})@([A-Za-z0-9_-]{1,100})"
              + "(?:\\?upload_prefix=(\\S{1,200}))?");
  private static final Pattern API =
      Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?|http://127\\.0\\.0\\.1(:[0-9]{1,5})?");

  /**
   * @throws IllegalArgumentException for anything else; its message does not quote the text
   */
  public static CloudinaryAddress parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not " + ALLOWED);
    }
    String api = form.group(4);
    if (api != null && !API.matcher(api).matches()) {
      throw new IllegalArgumentException("not an https address without a path");
    }
    return new CloudinaryAddress(
        form.group(3), form.group(1), form.group(2), api == null ? USUAL_API : URI.create(api));
  }

  /**
   * The origins from which browsers load this account's images: the API and the delivery network.
   */
  public List<URI> shownFrom() {
    return List.of(
        api.resolve("/v1_1/" + cloud + "/image/"),
        URI.create("https://res.cloudinary.com/" + cloud + "/"));
  }

  /** The configuration for the SDK. */
  Map<String, Object> configuration() {
    Map<String, Object> values = new HashMap<>();
    values.put("cloud_name", cloud);
    values.put("api_key", key);
    values.put("api_secret", secret);
    values.put("upload_prefix", api.toString());
    values.put("signature_algorithm", "SHA256");
    return values;
  }

  /** Omits the secret. */
  @Override
  public String toString() {
    return "CloudinaryAddress[" + cloud + " at " + api + "]";
  }
}
