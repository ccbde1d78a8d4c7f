package io.healthconnect.domain.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PushSubscriptionTest {
  @Test
  void isNamedAfterItsEndpointAndShowsNoSecret() {
    PushEndpoint endpoint = PushEndpoint.restore("https://push.example.org/secret");
    PushSubscription subscription =
        new PushSubscription(
            new AccountId("p1"),
            new SessionId("s1"),
            endpoint,
            new PushKeys("one", "other"),
            Instant.EPOCH);
    assertEquals(endpoint.id(), subscription.id());
    assertFalse(subscription.toString().matches(".*(secret|one|other).*"));
  }

  @Test
  void aKeyPairShowsItsPublicKeyAlone() {
    assertEquals("public", new VapidKeyPair("private", "public").toString());
  }
}
