package io.healthconnect.rest.http.request;

/**
 * Limits on JSON from outside.
 *
 * @param bodyBytes the largest body
 * @param depth the deepest nesting of arrays and objects
 * @param stringLength the most characters of one string
 * @param properties the most members of all objects together
 * @param numberLength the most characters of one number
 */
public record JsonLimits(
    int bodyBytes, int depth, int stringLength, int properties, int numberLength) {
  private static final JsonLimits NONE = new JsonLimits(0, 0, 0, 0, 0);

  public static final JsonLimits DEFAULT =
      NONE.withBodyBytes(64 * 1024)
          .withDepth(32)
          .withStringLength(16 * 1024)
          .withProperties(256)
          .withNumberLength(40);

  public JsonLimits withBodyBytes(int bodyBytes) {
    return new JsonLimits(bodyBytes, depth, stringLength, properties, numberLength);
  }

  public JsonLimits withDepth(int depth) {
    return new JsonLimits(bodyBytes, depth, stringLength, properties, numberLength);
  }

  public JsonLimits withStringLength(int stringLength) {
    return new JsonLimits(bodyBytes, depth, stringLength, properties, numberLength);
  }

  public JsonLimits withProperties(int properties) {
    return new JsonLimits(bodyBytes, depth, stringLength, properties, numberLength);
  }

  public JsonLimits withNumberLength(int numberLength) {
    return new JsonLimits(bodyBytes, depth, stringLength, properties, numberLength);
  }
}
