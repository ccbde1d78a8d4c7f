package io.healthconnect.cloudinary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudinaryAddressTest {
  @Test
  void readsWhatTheConsoleShows() {
    CloudinaryAddress address = CloudinaryAddress.parse("cloudinary://123:a-B_9@demo");
    assertEquals("demo", address.cloud());
    assertEquals("123", address.key());
    assertEquals("a-B_9", address.secret());
    assertEquals(
        List.of(
            URI.create("https://api.cloudinary.com/v1_1/demo/image/"),
            URI.create("https://res.cloudinary.com/demo/")),
        address.shownFrom());
    assertFalse(address.toString().contains("a-B_9"));
  }

  @Test
  void readsAnotherHostOfTheApi() {
    assertEquals(
        URI.create("https://api-eu.cloudinary.com"),
        CloudinaryAddress.parse(
                "cloudinary://1:hunter2@demo?upload_prefix=https://api-eu.cloudinary.com")
            .api());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cloudinary://",
        "cloudinary://hunter2@demo",
        "cloudinary://1:@demo",
        "cloudinary://:hunter2@demo",
        "cloudinary://1:hunter2@",
        "cloudinary://1:hunter2",
        "http://1:hunter2@demo",
        "cloudinary://1:hunter2@demo/private.example",
        "cloudinary://1:hunter2@demo?secure=false",
        "cloudinary://1:hunter2@demo?upload_prefix=http://example.org",
        "cloudinary://1:hunter2@demo?upload_prefix=https://example.org/path",
        "cloudinary://1:hunter2@demo?upload_prefix=https://u@example.org",
        "cloudinary://1:hunter2@demo;script-src *",
        "cloudinary://1:hunter2@demo\n"
      })
  void refusesAnythingElseWithoutQuotingIt(String text) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> CloudinaryAddress.parse(text));
    assertFalse(refusal.getMessage().contains("hunter2"));
  }
}
