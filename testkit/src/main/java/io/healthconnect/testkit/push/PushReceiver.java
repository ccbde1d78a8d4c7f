package io.healthconnect.testkit.push;

import io.healthconnect.domain.push.PushKeys;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The part of a browser that decrypts what a push service hands over, straight from RFC 8291. */
public final class PushReceiver {
  private static final int SALT = 16;
  private static final int POINT = 65;

  private final PrivateKey privateKey;
  private final byte[] publicKey;
  private final byte[] auth;

  /**
   * @param publicKey the uncompressed point
   */
  public PushReceiver(PrivateKey privateKey, byte[] publicKey, byte[] auth) {
    this.privateKey = privateKey;
    this.publicKey = publicKey.clone();
    this.auth = auth.clone();
  }

  /** A browser with new keys. */
  public static PushReceiver create() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      byte[] auth = new byte[16];
      new SecureRandom().nextBytes(auth);
      return new PushReceiver(
          pair.getPrivate(), point(((ECPublicKey) pair.getPublic()).getW()), auth);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the browser tells the site. */
  public PushKeys keys() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return PushKeys.parse(encoder.encodeToString(publicKey), encoder.encodeToString(auth));
  }

  /** The text of a body with the content encoding aes128gcm. */
  public String decrypt(byte[] body) throws GeneralSecurityException {
    ByteBuffer read = ByteBuffer.wrap(body);
    byte[] salt = next(read, SALT);
    int recordSize = read.getInt();
    byte[] sender = next(read, read.get());
    byte[] sealed = next(read, read.remaining());
    if (sender.length != POINT || sealed.length > recordSize) {
      throw new GeneralSecurityException("not one record of aes128gcm");
    }
    KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
    agreement.init(privateKey);
    agreement.doPhase(publicKey(sender), true);
    byte[] secret =
        hmac(
            hmac(auth, agreement.generateSecret()),
            text("WebPush: info\0"),
            publicKey,
            sender,
            new byte[] {1});
    byte[] random = hmac(salt, secret);
    byte[] key = hmac(random, text("Content-Encoding: aes128gcm\0\1"));
    byte[] nonce = hmac(random, text("Content-Encoding: nonce\0\1"));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(key, 0, 16, "AES"),
        new GCMParameterSpec(128, nonce, 0, 12));
    return unpadded(cipher.doFinal(sealed));
  }

  /** The last record ends with a 2 and any number of zeros. */
  private static String unpadded(byte[] record) throws GeneralSecurityException {
    int end = record.length - 1;
    while (end >= 0 && record[end] == 0) {
      end--;
    }
    if (end < 0 || record[end] != 2) {
      throw new GeneralSecurityException("no end of a last record");
    }
    return new String(record, 0, end, StandardCharsets.UTF_8);
  }

  /** The key that an uncompressed point stands for. */
  static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(
                    new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                    new BigInteger(1, Arrays.copyOfRange(point, 33, POINT))),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static byte[] point(ECPoint point) {
    return ByteBuffer.allocate(POINT)
        .put((byte) 4)
        .put(fixed(point.getAffineX()))
        .put(fixed(point.getAffineY()))
        .array();
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] next(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
