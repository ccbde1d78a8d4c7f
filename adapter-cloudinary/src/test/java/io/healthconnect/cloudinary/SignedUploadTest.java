package io.healthconnect.cloudinary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.media.CleanImage;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.domain.media.MediaType;
import io.healthconnect.standin.CloudinaryStandIn;
import io.healthconnect.standin.CloudinaryStandIn.Received;
import io.healthconnect.standin.Signatures;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * U-08: the server alone decides what an upload may do, and a signature is valid for exactly that.
 */
class SignedUploadTest {
  private static final List<String> FOREIGN =
      List.of(
          "eager=w_400",
          "transformation=w_10",
          "upload_preset=open",
          "notification_url=https://example.org/",
          "eager_notification_url=https://example.org/",
          "callback=https://example.org/",
          "access_mode=public",
          "folder=elsewhere",
          "asset_folder=elsewhere",
          "public_id_prefix=elsewhere",
          "use_filename=true",
          "unique_filename=false",
          "tags=a",
          "context=a=b",
          "metadata=a=b",
          "headers=Link: x",
          "format=svg",
          "eval=1",
          "on_success=1",
          "invalidate=true",
          "moderation=manual",
          "return_delete_token=true");

  private CloudinaryStandIn cloudinary;
  private CloudinaryImageStore images;
  private Received upload;

  @BeforeEach
  void upload() throws IOException {
    cloudinary = new CloudinaryStandIn(Clock.systemUTC());
    images = new CloudinaryImageStore(CloudinaryAddress.parse(cloudinary.url()), Clock.systemUTC());
    images.put(new MediaId("one"), new CleanImage(MediaType.PNG, 4, 3, new byte[] {1, 2, 3}));
    upload = cloudinary.received().get(0);
  }

  @AfterEach
  void close() {
    images.close();
    cloudinary.close();
  }

  @Test
  void sendsWhatTheServerFixedAndNothingElse() {
    Map<String, String> sent = new HashMap<>(upload.parameters());
    assertTrue(sent.remove("timestamp").matches("[0-9]{10}"));
    assertEquals(64, sent.remove("signature").length());
    assertEquals(
        Map.of(
            "public_id", "health-connect/one",
            "type", "authenticated",
            "overwrite", "false",
            "allowed_formats", "png",
            "backup", "false",
            "api_key", CloudinaryStandIn.KEY),
        sent);
    images.delete(new MediaId("one"));
    Received destroy = cloudinary.received().get(1);
    assertEquals("true", destroy.parameters().get("invalidate"));
    assertEquals("authenticated", destroy.parameters().get("type"));
    assertFalse(cloudinary.received().toString().contains(CloudinaryStandIn.SECRET));
  }

  @Test
  void thirtyAlterationsAreRefused() {
    images.delete(new MediaId("one"));
    List<Map<String, String>> altered = alterations();
    assertEquals(32, altered.size());
    for (Map<String, String> parameters : altered) {
      assertEquals(401, post(parameters), parameters::toString);
    }
    assertEquals(Set.of(), cloudinary.publicIds());
    assertEquals(200, post(upload.parameters()), "the check also refuses the valid upload");
  }

  private List<Map<String, String>> alterations() {
    List<Map<String, String>> altered = new ArrayList<>();
    FOREIGN.forEach(pair -> altered.add(with(pair)));
    altered.add(with("public_id=health-connect/two"));
    altered.add(with("type=upload"));
    altered.add(with("overwrite=true"));
    altered.add(with("allowed_formats=png,svg"));
    altered.add(with("backup=true"));
    altered.add(with("timestamp=" + (Clock.systemUTC().instant().getEpochSecond() + 60)));
    altered.add(with("api_key=1"));
    altered.add(with("signature="));
    altered.add(with("signature=" + Signatures.of(upload.parameters(), "another secret")));
    Map<String, String> without = new HashMap<>(upload.parameters());
    without.remove("type");
    altered.add(without);
    return altered;
  }

  private Map<String, String> with(String pair) {
    Map<String, String> parameters = new HashMap<>(upload.parameters());
    int equals = pair.indexOf('=');
    parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
    return parameters;
  }

  private int post(Map<String, String> parameters) {
    StringBuilder body = new StringBuilder();
    Map<String, String> parts = new HashMap<>(parameters);
    parts.put("file", "xyz");
    parts.forEach(
        (name, value) ->
            body.append("--cut\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return Browser.send(
            HttpRequest.newBuilder(
                    cloudinary.base().resolve("/v1_1/" + CloudinaryStandIn.CLOUD + "/image/upload"))
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofString(body + "--cut--\r\n"))
                .build())
        .statusCode();
  }
}
