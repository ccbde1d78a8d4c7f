package io.healthconnect.security;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.notice.MailSubscription;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.domain.notice.UnsubscribeTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens of the form {@code account~kind~proof}; the proof is an HMAC-SHA-256 of the other two. */
public final class HmacUnsubscribeTokens implements UnsubscribeTokens {
  private static final Pattern SHAPE =
      Pattern.compile("([A-Za-z0-9_-]{1,64})~([a-z_]{1,32})~([A-Za-z0-9_-]{43})");

  private final Hmac hmac;

  /**
   * @param secret the same on every node; the key is derived from it, so it may have other uses too
   */
  public HmacUnsubscribeTokens(byte[] secret) {
    this.hmac = Hmac.sha256(Hmac.sha256(secret).code("unsubscribe"));
  }

  @Override
  public String issue(MailSubscription subscription) {
    String account = subscription.account().value();
    String kind = subscription.kind().code();
    return account + '~' + kind + '~' + proof(account, kind);
  }

  @Override
  public Optional<MailSubscription> verify(String token) {
    Matcher parts = SHAPE.matcher(token);
    if (!parts.matches() || !isProof(parts.group(3), parts.group(1), parts.group(2))) {
      return Optional.empty();
    }
    return Arrays.stream(NoticeKind.values())
        .filter(kind -> kind.code().equals(parts.group(2)))
        .findFirst()
        .map(kind -> new MailSubscription(new AccountId(parts.group(1)), kind));
  }

  private boolean isProof(String given, String account, String kind) {
    return MessageDigest.isEqual(
        proof(account, kind).getBytes(StandardCharsets.US_ASCII),
        given.getBytes(StandardCharsets.US_ASCII));
  }

  private String proof(String account, String kind) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac.code(account + '\n' + kind));
  }
}
