package io.healthconnect.domain.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I-10 */
class PushEndpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fcm.googleapis.com/fcm/send/dQw4:APA91b-_x",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
        "https://web.push.apple.com/QGuQ",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAA%3d",
        "https://1.1.1.1/push",
        "https://[2606:4700:4700::1111]/push",
        "https://push.example.org:8443/x"
      })
  void acceptsPublicPushServices(String url) {
    PushEndpoint endpoint = PushEndpoint.of(url).orElseThrow();
    assertEquals(url, endpoint.value().toString());
    assertEquals(endpoint, PushEndpoint.restore(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "push",
        "http://push.example.org/x",
        "ftp://push.example.org/x",
        "https:push.example.org",
        "https:///x",
        "https://user@push.example.org/x",
        "https://push.example.org/x#here",
        "https://push.example.org/\u00e9",
        "https://push.example.org/ x",
        "https://push_.example.org/x",
        "https://2130706433/x",
        "https://0x7f000001/x",
        "https://127.1/x",
        "https://push.example.org:x/"
      })
  void refusesWhatIsNoHttpsUrlWithAHost(String url) {
    assertEquals(Optional.empty(), PushEndpoint.of(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://10.0.0.1/x",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/x",
        "https://[::ffff:127.0.0.1]/x",
        "https://[fd00::1]:8443/x",
        "HTTPS://192.168.0.1/x"
      })
  void refusesAddressesThatAreNotPublic(String url) {
    assertEquals(Optional.empty(), PushEndpoint.of(url));
  }

  @Test
  void refusesWhatIsVeryLong() {
    String url = "https://push.example.org/" + "x".repeat(PushEndpoint.LONGEST);
    assertEquals(Optional.empty(), PushEndpoint.of(url));
  }

  @Test
  void showsItsHostAlone() {
    PushEndpoint endpoint = PushEndpoint.restore("https://push.example.org/secret");
    assertFalse(endpoint.toString().contains("secret"));
    assertEquals(64, endpoint.id().value().length());
  }
}
