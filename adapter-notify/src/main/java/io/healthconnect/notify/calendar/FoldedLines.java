package io.healthconnect.notify.calendar;

import java.nio.charset.StandardCharsets;

/**
 * Breaks long lines as section 3.1 of RFC 5545 says: after at most 75 octets, and not within a
 * character. The library counts characters.
 */
final class FoldedLines {
  private static final int OCTETS = 75;
  private static final String FOLD = "\r\n ";

  private FoldedLines() {}

  /**
   * @param text whose lines end in CR LF, folded anywhere or not at all
   */
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS * 4);
    int octets = 0;
    String unfolded = text.replace(FOLD, "");
    for (int i = 0; i < unfolded.length(); ) {
      int character = unfolded.codePointAt(i);
      int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (character == '\r' || character == '\n') {
        octets = 0;
      } else if (octets + size > OCTETS) {
        folded.append(FOLD);
        octets = 1 + size;
      } else {
        octets += size;
      }
      folded.appendCodePoint(character);
      i += Character.charCount(character);
    }
    return folded.toString();
  }
}
