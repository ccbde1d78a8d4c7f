package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** I-08: one text policy, based on Unicode properties. */
class TextPolicyTest {

  private static String line(String text) {
    return Text.line("name", text, 100);
  }

  private static String block(String text) {
    return Text.block("text", text, 100);
  }

  private static String text(int codePoint) {
    return Character.toString(codePoint);
  }

  @Test
  void i08RefusesTextWithoutAVisibleGlyph() {
    List<String> shown = new ArrayList<>();
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean invisible =
          switch (Character.getType(c)) {
            case Character.FORMAT,
                Character.SPACE_SEPARATOR,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR,
                Character.NON_SPACING_MARK,
                Character.COMBINING_SPACING_MARK,
                Character.ENCLOSING_MARK,
                Character.CONTROL,
                Character.PRIVATE_USE,
                Character.SURROGATE ->
                true;
            default -> false;
          };
      if (invisible && Text.showsSomething(text(c))) {
        shown.add(Integer.toHexString(c));
      }
    }
    assertEquals(List.of(), shown);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x3164, 0x115F, 0x1160, 0xFFA0, 0x17B4, 0x17B5, 0x180E, 0x2800, 0xFE0F, 0xE0100, 0xE0041,
        0x0301, 0x034F, 0x200B, 0x200D, 0x2060, 0xFEFF, 0x00AD, 0x3000, 0x1680, 0x202E, 0x2066,
        0x1D159, 0x2065, 0xFFFC, 0xE01EF, 0x180B
      })
  void i08BlanksAreNoTextAloneOrTogether(int blank) {
    for (String text : new String[] {text(blank), text(blank).repeat(3), " " + text(blank) + " "}) {
      assertThrows(InvalidValueException.class, () -> line(text));
      assertEquals("", block(text));
      assertEquals("", Text.optionalLine("name", text, 100));
      assertEquals("Ann", line(text(0x200B) + "Ann"));
    }
  }

  @Test
  void i08EveryBlankIsDroppedFromBothEnds() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean dropped =
          Character.getType(c) == Character.FORMAT
              || Character.isSpaceChar(c)
              || c == 0x3164
              || c == 0x2800;
      boolean signOfNumbers =
          (c >= 0x600 && c <= 0x605)
              || c == 0x6DD
              || c == 0x70F
              || c == 0x8E2
              || c == 0x110BD
              || c == 0x110CD;
      if (dropped && !signOfNumbers) {
        String pasted = text(c) + "Ann" + text(c);
        assertEquals("Ann", line(pasted), Integer.toHexString(c));
        assertEquals("Ann", block(pasted), Integer.toHexString(c));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627", // Persian
        "\u0915\u094D\u200D\u0937", // Devanagari
        "\u0DC1\u0DCA\u200D\u0DBB\u0DD3", // Sinhala
        "\u0D28\u0D4D\u200D", // Malayalam, at the end
        "\u0647\u200D", // an Arabic abbreviation
        "\u1820\u180E\u1820", // Mongolian
        "\u179F\u17BD\u179F\u17D2\u178F\u17B8\u200B\u17A2\u17D2\u1793\u1780", // Khmer
        "\uD83D\uDC69\u200D\uD83D\uDCBB", // a woman at a computer
        "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F", // a doctor
        "\u2764\uFE0F\u200D\uD83D\uDD25", // a heart on fire
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "\u05D3\u05F4\u05E8\u200F \u05DB\u05D4\u05DF", // Hebrew with a mark of direction
        "1\uFE0F\u20E3",
        "\uD83E\uDEE8" // newer than the tables of Java 17
      })
  void i08WhatAScriptSpellsWithStays(String spelling) {
    assertEquals(spelling, line(spelling));
    assertEquals(spelling, block(" " + spelling + "\u200E"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u200Db",
        "a\u200Cb",
        "a\u200Eb",
        "a\u2060b",
        "a\u00ADb",
        "a\u202Ab",
        "a\u2069b",
        "a\uDB40\uDC41b",
        "a\u180Eb",
        "a\u206Fb",
        "\u05D0\u202E\u05D1"
      })
  void i08OtherFormatCharactersAreRefusedInALineAndLeftOutOfABlock(String text) {
    assertThrows(InvalidValueException.class, () -> line(text));
    String block = block(text);
    assertEquals(2, block.length());
    assertTrue(block.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uFFFEb", "a\uFDD0b", "a\u0000b", "a\u0007b", "a\uD800"})
  void i08ControlsAndNonCharactersAreRefused(String text) {
    assertThrows(InvalidValueException.class, () -> line(text));
    assertThrows(InvalidValueException.class, () -> block(text));
  }

  @Test
  void i08TextIsComposedAfterNormalisation() {
    assertEquals("\u00E9", block("e\u2060\u0301"));
    assertFalse(Text.showsSomething(""));
  }
}
