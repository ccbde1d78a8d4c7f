package io.healthconnect.domain;

/**
 * Makes identifiers: 26 characters of lower-case base 32 ({@code a-z2-7}) with 130 random bits, so
 * that they cannot be guessed (R-02 of the robustness goals asks for 128).
 */
@FunctionalInterface
public interface IdGenerator {
  String next();
}
