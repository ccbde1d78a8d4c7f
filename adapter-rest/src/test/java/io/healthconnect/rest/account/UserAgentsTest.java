package io.healthconnect.rest.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.ClientSoftware;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentsTest {
  private static final String WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)";

  private static ClientSoftware read(String text) {
    return UserAgents.read(Optional.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "Windows NT 10.0; Win64; x64, Chrome/131.0.0.0 Safari/537.36, Chrome, Windows",
    "Windows NT 10.0; Win64; x64, Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0, Edge, Windows",
    "Macintosh; Intel Mac OS X 10_15_7, Version/17.5 Safari/605.1.15, Safari, macOS",
    "iPhone; CPU iPhone OS 17_5 like Mac OS X, Version/17.5 Mobile Safari/604.1, Safari, iPhone",
    "iPad; CPU OS 17_5 like Mac OS X, CriOS/131.0.0.0 Mobile Safari/604.1, Chrome, iPad",
    "Linux; Android 10; K, Chrome/131.0.0.0 Mobile Safari/537.36, Chrome, Android",
    "Linux; Android 14, SamsungBrowser/26.0 Chrome/122.0 Mobile Safari/537.36, Samsung Internet,"
        + " Android",
    "X11; CrOS x86_64 14541.0.0, Chrome/131.0.0.0 Safari/537.36, Chrome, ChromeOS",
    "X11; Linux x86_64, Chrome/131.0.0.0 Safari/537.36 OPR/116.0.0.0, Opera, Linux",
    "X11; Linux x86_64; rv:133.0, Firefox/133.0, Firefox, Linux"
  })
  void knowsTheBrowsersThatPeopleHave(
      String platform, String products, String browser, String system) {
    assertEquals(
        new ClientSoftware(Optional.of(browser), Optional.of(system)),
        read("Mozilla/5.0 (" + platform + ") " + WEBKIT + " " + products));
  }

  @Test
  void acceptsPlainNamesOnly() {
    assertEquals(new ClientSoftware(Optional.of("curl"), Optional.empty()), read("curl/8.5.0"));
    assertEquals(
        new ClientSoftware(Optional.of("a".repeat(40)), Optional.empty()), read("a".repeat(40)));
    for (String text : new String[] {"", "Mozilla/5.0", "<b>x</b>", "a".repeat(41), "a b c"}) {
      assertEquals(ClientSoftware.UNKNOWN, read(text), text);
    }
    assertEquals(ClientSoftware.UNKNOWN, UserAgents.read(Optional.empty()));
  }
}
