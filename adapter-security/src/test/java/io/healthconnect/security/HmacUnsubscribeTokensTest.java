package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.RandomIds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HmacUnsubscribeTokensTest {
  private static final byte[] SECRET = "a".repeat(32).getBytes(StandardCharsets.UTF_8);
  private static final MailSubscription MOVED =
      new MailSubscription(new AccountId("p-1_A"), NoticeKind.VISIT_MOVED);

  private final HmacUnsubscribeTokens tokens = new HmacUnsubscribeTokens(SECRET);
  private final String token = tokens.issue(MOVED);

  @Test
  void provesWhatItWasIssuedFor() {
    assertEquals(Optional.of(MOVED), tokens.verify(token));
    assertEquals(token, tokens.issue(MOVED));
    assertTrue(token.matches("[A-Za-z0-9_~-]+"), token);
    for (NoticeKind kind : NoticeKind.values()) {
      MailSubscription each = new MailSubscription(MOVED.account(), kind);
      assertEquals(Optional.of(each), tokens.verify(tokens.issue(each)));
    }
  }

  @Test
  void provesNothingElse() {
    String proof = token.substring(token.lastIndexOf('~') + 1);
    for (String other :
        List.of(
            "",
            proof,
            "p-1_A~visit_declined~" + proof,
            "p-1_B~visit_moved~" + proof,
            "p-1_A~visit_painted~" + proof,
            token + "A",
            token.substring(1),
            token + '\n',
            token.toUpperCase(java.util.Locale.ROOT),
            "p-1_A~visit_moved~" + "A".repeat(43))) {
      assertEquals(Optional.empty(), tokens.verify(other), other);
    }
  }

  @Test
  void needsTheSameSecret() {
    byte[] other = "b".repeat(32).getBytes(StandardCharsets.UTF_8);
    assertEquals(Optional.empty(), new HmacUnsubscribeTokens(other).verify(token));
  }

  /** Both are derived from one secret. */
  @Test
  void isNoProofOfADevice() {
    Email email = Email.parse("a@b.example");
    String marker = new HmacDeviceMarkers(SECRET, new RandomIds(1)).issue(email, Optional.empty());
    String device = marker.substring(0, 26);
    String proof = marker.substring(27);
    assertEquals(Optional.empty(), tokens.verify(device + "~visit_moved~" + proof));
  }
}
