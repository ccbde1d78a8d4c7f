package io.healthconnect.rest.http;

/**
 * Ceilings for JSON from outside.
 *
 * @param bodyBytes of the whole body
 * @param depth of nested arrays and objects
 * @param stringLength characters of one text
 * @param properties members of all objects together
 * @param numberLength characters of one number
 */
public record JsonLimits(
    int bodyBytes, int depth, int stringLength, int properties, int numberLength) {
  public static final JsonLimits DEFAULT = new JsonLimits(64 * 1024, 32, 16 * 1024, 256, 40);

  /** The same, for bodies and texts of other lengths. */
  public JsonLimits withBody(int bytes, int longestString) {
    return new JsonLimits(bytes, depth, longestString, properties, numberLength);
  }
}
