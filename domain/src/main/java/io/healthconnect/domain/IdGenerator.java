package io.healthconnect.domain;

/**
 * Generates identifiers: 26 characters of lower-case base32 ({@code a-z2-7}) with 130 random bits,
 * so that they cannot be guessed (R-02 in docs/robustness.md requires 128).
 */
@FunctionalInterface
public interface IdGenerator {
  String next();
}
