package io.healthconnect.standin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The images that the service keeps, and its answers to signed requests. */
final class Cloud {
  private static final Duration SIGNATURE_LIFE = Duration.ofHours(1);
  private static final Set<String> UPLOAD =
      Set.of("public_id", "type", "overwrite", "allowed_formats", "backup", "timestamp");

  /** An answer before it is sent. */
  record Answer(int status, String contentType, byte[] body) {
    static Answer json(int status, String text) {
      return new Answer(status, "application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    static Answer refused(int status, String why) {
      return json(status, "{\"error\":{\"message\":\"" + why + "\"}}");
    }
  }

  private record Asset(String type, String format, long version, byte[] bytes) {}

  private final Map<String, Asset> assets = new ConcurrentHashMap<>();
  private final AtomicLong versions = new AtomicLong(1_700_000_000);
  private final String key;
  private final String secret;
  private final Clock clock;

  Cloud(String key, String secret, Clock clock) {
    this.key = key;
    this.secret = secret;
    this.clock = clock;
  }

  Set<String> publicIds() {
    return Set.copyOf(assets.keySet());
  }

  Answer answer(String action, Form form) {
    Map<String, String> parameters = form.parameters();
    if (!key.equals(parameters.get("api_key"))) {
      return Answer.refused(401, "Unknown API key");
    }
    if (!Signatures.of(parameters, secret).equals(parameters.get("signature"))) {
      return Answer.refused(401, "Invalid Signature");
    }
    Instant signed = instant(parameters.get("timestamp"));
    if (Duration.between(signed, clock.instant()).abs().compareTo(SIGNATURE_LIFE) > 0) {
      return Answer.refused(401, "Stale request");
    }
    return switch (action) {
      case "upload" -> upload(parameters, form.file());
      case "destroy" -> destroy(parameters);
      case "download" -> download(parameters);
      default -> Answer.refused(404, "Unknown action");
    };
  }

  private Answer upload(Map<String, String> parameters, byte[] file) {
    for (String name : parameters.keySet()) {
      if (!UPLOAD.contains(name) && !List.of("api_key", "signature").contains(name)) {
        return Answer.refused(400, "This stand-in does not know " + name);
      }
    }
    String id = parameters.getOrDefault("public_id", "");
    if (id.isEmpty() || file.length == 0) {
      return Answer.refused(400, "Missing required parameter");
    }
    Asset sent =
        new Asset(
            parameters.getOrDefault("type", "upload"),
            parameters.getOrDefault("allowed_formats", ""),
            versions.incrementAndGet(),
            file);
    Asset before = assets.putIfAbsent(id, sent);
    if (before != null && !"false".equals(parameters.get("overwrite"))) {
      assets.put(id, sent);
      before = null;
    }
    return uploaded(id, before == null ? sent : before, before != null);
  }

  private Answer uploaded(String id, Asset asset, boolean existing) {
    String version = Long.toString(asset.version());
    Map<String, String> signed = new TreeMap<>(Map.of("public_id", id, "version", version));
    return Answer.json(
        200,
        """
        {"public_id":"%s","version":%s,"signature":"%s","format":"%s","resource_type":"image",\
        "type":"%s","bytes":%d,"existing":%s}"""
            .formatted(
                id,
                version,
                Signatures.of(signed, secret),
                asset.format(),
                asset.type(),
                asset.bytes().length,
                existing));
  }

  private Answer destroy(Map<String, String> parameters) {
    Asset asset = assets.get(parameters.getOrDefault("public_id", ""));
    if (asset == null || !asset.type().equals(parameters.getOrDefault("type", "upload"))) {
      return Answer.json(200, "{\"result\":\"not found\"}");
    }
    assets.remove(parameters.get("public_id"));
    return Answer.json(200, "{\"result\":\"ok\"}");
  }

  private Answer download(Map<String, String> parameters) {
    String expires = parameters.get("expires_at");
    if (expires != null && !clock.instant().isBefore(instant(expires))) {
      return Answer.refused(401, "URL has expired");
    }
    Asset asset = assets.get(parameters.getOrDefault("public_id", ""));
    if (asset == null
        || !asset.type().equals(parameters.getOrDefault("type", "upload"))
        || !asset.format().equals(parameters.get("format"))) {
      return Answer.refused(404, "Resource not found");
    }
    String subtype = asset.format().equals("jpg") ? "jpeg" : asset.format();
    return new Answer(200, "image/" + subtype, asset.bytes());
  }

  private static Instant instant(@org.jspecify.annotations.Nullable String seconds) {
    return seconds != null && seconds.matches("[0-9]{1,12}")
        ? Instant.ofEpochSecond(Long.parseLong(seconds))
        : Instant.EPOCH;
  }
}
