package io.healthconnect.notify.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.VapidKeyPair;
import io.healthconnect.testkit.push.StandInPushService;
import io.healthconnect.testkit.push.StandInPushService.Answer;
import io.healthconnect.testkit.push.StandInPushService.Browser;
import io.healthconnect.testkit.push.StandInPushService.Received;
import io.healthconnect.testkit.push.Subscriptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I-10: against a push service that decrypts and checks as the standards say. */
final class WebPusherTest {
  private static final VapidKeyPair KEYS = VapidSignature.generate();
  private static final String CONTACT = "mailto:ops@clinic.example";

  @TempDir static Path folder;
  private static StandInPushService service;

  @BeforeAll
  static void start() {
    service = StandInPushService.start(folder);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static WebPusher pusher(GuardedAddresses addresses, SSLContext trust, Duration longest) {
    VapidSignature signature = new VapidSignature(KEYS, PushContact.parse(CONTACT), Pushes.CLOCK);
    return new WebPusher(addresses, trust, longest, signature, Pushes.CLOCK);
  }

  private static WebPusher pusher(Duration longest) {
    return pusher(
        new GuardedAddresses(InetAddress::getAllByName, Optional.of(service.url())),
        service.trust(),
        longest);
  }

  private static PushDelivery push(Browser to) throws IOException {
    try (WebPusher pusher = pusher(Duration.ofSeconds(30))) {
      return pusher.push(Pushes.to(to));
    }
  }

  @Test
  void aBrowserReadsWhatWasSentAndByWhom() throws IOException {
    Browser browser = service.subscribe();
    assertEquals(PushDelivery.of(Outcome.SENT), push(browser));
    Received received = browser.next().orElseThrow();
    assertEquals(PushTexts.of(Pushes.to(browser)), received.text());
    assertEquals(KEYS.publicKey(), received.sender().publicKey());
    assertEquals(service.url().toString(), received.sender().claim("aud"));
    assertEquals(CONTACT, received.sender().claim("sub"));
    long hours =
        (Long.parseLong(received.sender().claim("exp")) - Pushes.CLOCK.instant().getEpochSecond())
            / 3_600;
    assertTrue(hours > 0 && hours < 24, "hours: " + hours);
    assertEquals("3600", received.headers().get("Ttl"));
    assertEquals("aes128gcm", received.headers().get("Content-encoding"));
  }

  @Test
  void aKeyPairIsAPointOfTheCurve() {
    assertEquals(65, Base64.getUrlDecoder().decode(KEYS.publicKey()).length);
    assertFalse(KEYS.equals(VapidSignature.generate()));
  }

  @Test
  void tellsASubscriptionThatHasEnded() throws IOException {
    Browser browser = service.subscribe();
    browser.answer(new Answer(410, Map.of()));
    assertEquals(PushDelivery.of(Outcome.GONE), push(browser));
  }

  @Test
  void tellsHowLongTheServiceAsksToWait() throws IOException {
    Browser browser = service.subscribe();
    browser.answer(new Answer(429, Map.of("Retry-After", "90")));
    assertEquals(PushDelivery.deferredFor(Duration.ofSeconds(90)), push(browser));
  }

  @Test
  void followsNoRedirect() throws IOException {
    Browser target = service.subscribe();
    Browser browser = service.subscribe();
    browser.answer(new Answer(307, Map.of("Location", target.endpoint().value().toString())));
    assertEquals(PushDelivery.of(Outcome.REFUSED), push(browser));
    assertEquals(0, target.waiting());
  }

  @Test
  void aServiceThatSaysNothingIsLeftAfterAWhile() throws IOException {
    Browser browser = service.subscribe();
    browser.hold();
    try (WebPusher pusher = pusher(Duration.ofSeconds(1))) {
      assertEquals(
          PushDelivery.of(Outcome.DEFERRED),
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> pusher.push(Pushes.to(browser))));
    } finally {
      browser.release();
    }
  }

  @Test
  void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
    Browser browser = service.subscribe();
    try (WebPusher pusher =
        pusher(
            new GuardedAddresses(InetAddress::getAllByName, Optional.of(service.url())),
            SSLContext.getDefault(),
            Duration.ofSeconds(30))) {
      assertEquals(PushDelivery.of(Outcome.DEFERRED), pusher.push(Pushes.to(browser)));
    }
    assertEquals(0, browser.waiting());
  }

  /** A certificate for another name than the one that was asked for. */
  @Test
  void aCertificateOfSomebodyElseIsNotTrusted() throws IOException {
    Browser browser = service.subscribe("elsewhere.example");
    GuardedAddresses addresses =
        new GuardedAddresses(
            host -> InetAddress.getAllByName("127.0.0.1"),
            Optional.of(URI.create("https://elsewhere.example:" + service.port())));
    try (WebPusher pusher = pusher(addresses, service.trust(), Duration.ofSeconds(30))) {
      assertEquals(PushDelivery.of(Outcome.DEFERRED), pusher.push(Pushes.to(browser)));
    }
    assertEquals(0, browser.waiting());
  }

  /** As in production: nothing listens on loopback for this server. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "push.example.org", "127.0.0.1", "[::1]"})
  void callsNobodyOnThisMachine(String host) throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        WebPusher pusher =
            pusher(
                new GuardedAddresses(
                    name ->
                        InetAddress.getAllByName(
                            name.equals("push.example.org") ? "127.0.0.1" : name),
                    Optional.empty()),
                service.trust(),
                Duration.ofSeconds(30))) {
      PushEndpoint endpoint =
          PushEndpoint.restore("https://" + host + ':' + canary.getLocalPort() + "/x");
      assertEquals(
          PushDelivery.of(Outcome.GONE), pusher.push(Pushes.to(endpoint, Subscriptions.KEYS)));
      canary.setSoTimeout(1);
      assertFalse(wasCalled(canary));
    }
  }

  /** Of two addresses of a name, one leads inside. */
  @Test
  void oneForbiddenAddressIsEnough() throws IOException {
    GuardedAddresses addresses =
        new GuardedAddresses(
            host ->
                new InetAddress[] {
                  InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")
                },
            Optional.empty());
    try (WebPusher pusher = pusher(addresses, service.trust(), Duration.ofSeconds(30))) {
      PushEndpoint endpoint = PushEndpoint.restore("https://push.example.org/x");
      assertEquals(
          PushDelivery.of(Outcome.GONE), pusher.push(Pushes.to(endpoint, Subscriptions.KEYS)));
    }
  }

  /** A name that leads elsewhere when it is asked for again is asked for once. */
  @Test
  void connectsToTheVeryAddressThatWasChecked() throws IOException {
    Browser browser = service.subscribe("push.example.org");
    AtomicInteger lookUps = new AtomicInteger();
    GuardedAddresses addresses =
        new GuardedAddresses(
            host -> {
              if (lookUps.incrementAndGet() > 1) {
                throw new UnknownHostException("asked for twice");
              }
              return InetAddress.getAllByName("127.0.0.1");
            },
            Optional.of(URI.create("https://push.example.org:" + service.port())));
    try (WebPusher pusher = pusher(addresses, service.trust(), Duration.ofSeconds(30))) {
      assertEquals(PushDelivery.of(Outcome.SENT), pusher.push(Pushes.to(browser)));
    }
    assertEquals(1, lookUps.get());
    assertTrue(browser.next().isPresent());
  }

  @Test
  void theServiceOfTestsOpensNoOtherPort() throws IOException {
    try (ServerSocket canary = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        WebPusher pusher = pusher(Duration.ofSeconds(30))) {
      PushEndpoint endpoint =
          PushEndpoint.restore("https://localhost:" + canary.getLocalPort() + "/x");
      assertEquals(
          PushDelivery.of(Outcome.GONE), pusher.push(Pushes.to(endpoint, Subscriptions.KEYS)));
      canary.setSoTimeout(1);
      assertFalse(wasCalled(canary));
    }
  }

  @Test
  void aServiceThatSpeaksNoTlsIsAway() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread talker = new Thread(() -> talk(plain));
      talker.setDaemon(true);
      talker.start();
      URI url = URI.create("https://localhost:" + plain.getLocalPort());
      try (WebPusher pusher =
          pusher(
              new GuardedAddresses(InetAddress::getAllByName, Optional.of(url)),
              service.trust(),
              Duration.ofSeconds(30))) {
        assertEquals(
            PushDelivery.of(Outcome.DEFERRED),
            pusher.push(Pushes.to(PushEndpoint.restore(url + "/x"), Subscriptions.KEYS)));
      }
    }
  }

  private static void talk(ServerSocket plain) {
    try (Socket caller = plain.accept();
        OutputStream out = caller.getOutputStream()) {
      out.write("HTTP/1.1 201 Created\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The caller has left.
    }
  }

  private static boolean wasCalled(ServerSocket canary) throws IOException {
    try (Socket caller = canary.accept()) {
      return true;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
