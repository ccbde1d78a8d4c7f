package io.healthconnect.domain.push;

/**
 * By which push services recognise this site (RFC 8292), in base64url.
 *
 * @param privateKey a key of the curve P-256 in PKCS #8
 * @param publicKey its uncompressed point
 */
public record VapidKeyPair(String privateKey, String publicKey) {

  /** Without the private key, which must get into no log. */
  @Override
  public String toString() {
    return publicKey;
  }
}
