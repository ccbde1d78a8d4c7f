package io.healthconnect.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Message authentication codes under one key. */
final class Hmac {
  private final SecretKeySpec key;

  private Hmac(byte[] key, String algorithm) {
    this.key = new SecretKeySpec(key, algorithm);
  }

  static Hmac sha256(byte[] key) {
    return new Hmac(key, "HmacSHA256");
  }

  /** As a MAC, SHA-1 is still sound; for schemes that fix it. */
  static Hmac sha1(byte[] key) {
    return new Hmac(key, "HmacSHA1");
  }

  /** The code of a text in UTF-8. */
  byte[] code(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + key.getAlgorithm(), e);
    }
  }
}
