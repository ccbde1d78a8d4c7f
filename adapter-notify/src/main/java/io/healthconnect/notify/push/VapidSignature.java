package io.healthconnect.notify.push;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import io.healthconnect.domain.push.VapidKeyPair;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;

/** Tells push services who sends (RFC 8292). A signature holds for one service and half a day. */
public final class VapidSignature {
  private static final Duration LIFE = Duration.ofHours(12);

  private final VAPIDKeyPair keys;
  private final PushContact contact;
  private final Clock clock;

  VapidSignature(VapidKeyPair keys, PushContact contact, Clock clock) {
    Base64.Decoder decoder = Base64.getUrlDecoder();
    this.keys =
        VAPIDKeyPairs.of(
            PrivateKeySources.ofPKCS8Bytes(decoder.decode(keys.privateKey())),
            PublicKeySources.ofUncompressedBytes(decoder.decode(keys.publicKey())));
    this.contact = contact;
    this.clock = clock;
  }

  /** A new key pair, for a site that has none. */
  public static VapidKeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
      byte[] point =
          PublicKeySources.ofX509Bytes(pair.getPublic().getEncoded())
              .extractBytesInUncompressedForm();
      return new VapidKeyPair(
          encoder.encodeToString(pair.getPrivate().getEncoded()), encoder.encodeToString(point));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has this curve", e);
    }
  }

  /** The value of the header {@code Authorization}. */
  String of(URI endpoint) {
    return keys.generateAuthorizationHeaderValue(
        VAPIDJWTParam.getBuilder()
            .resourceURLString(endpoint.toString())
            .expirationTime(clock.instant().plus(LIFE))
            .subject(contact.value())
            .build());
  }
}
