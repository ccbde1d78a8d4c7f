package io.healthconnect.domain.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  private static boolean finds(String query, String text) {
    Set<String> stored = SearchWords.stored(text);
    return SearchWords.of(query).stream()
        .allMatch(wanted -> stored.stream().anyMatch(word -> word.startsWith(wanted)));
  }

  @ParameterizedTest
  @CsvSource({
    "isik, Işık",
    "ISIK, ışık",
    "IŞIK, Işık",
    "lukasz, Łukasz",
    "ŁUKASZ, Lukasz",
    "istanbul, İstanbul",
    "muller, Müller",
    "strasse, Straße",
    "STRAẞE, strasse",
    "soren, Søren",
    "aeroe, Ærøe",
    "dorde, Đorđe",
    "thor, Þór",
    "小明, 王小明",
    "明, 王小明",
    "王, 王小明",
    "王小明, 王小明",
    "철수, 김철수",
    "スミス, ジョンスミス",
    "たろう, やまだたろう",
    "สมชาย, นายสมชาย",
    "राम, राम कुमार",
    "οδοσ, ΟΔΟΣ",
    "Οδυσσευς, Οδυσσεύς",
    "елена, ЕЛЁНА",
    "على, علی",
    "محمد, مُحَمَّد",
    "علیرضا, علی‌رضا",
    "nguyen, Nguyễn",
    "ﬁona, Fiona",
    "ann lee, 'Lee, Ann'",
    "wang, 王小明Wang"
  })
  void findsWhatPeopleTakeForTheSame(String query, String text) {
    assertTrue(finds(query, text), () -> SearchWords.of(query) + " in " + SearchWords.stored(text));
  }

  @ParameterizedTest
  @CsvSource({
    "राम, रोहित",
    "र, लता",
    "小明, 王大明",
    "ハハ, パパ",
    "กา, กี",
    "nn, Ann",
    "---, Ann",
    "ann ---, Bob"
  })
  void findsNothingElse(String query, String text) {
    assertFalse(
        finds(query, text), () -> SearchWords.of(query) + " in " + SearchWords.stored(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"---", "!", "...", "\u00B7", "\uD83D\uDE00", "()", "\u3002", "-"})
  void aQueryOfPunctuationFindsNobody(String query) {
    assertFalse(finds(query, "Ann-Marie O'Neil (GP) - \u738B\u5C0F\u660E"));
    Set<String> words = SearchWords.of(query);
    words.forEach(word -> assertEquals(words, SearchWords.of(word)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200B", "\u00A0\u3164"})
  void aBlankQueryIsNoQuery(String query) {
    assertEquals(Set.of(), SearchWords.of(query));
  }

  @Test
  void wordsAreBoundedInNumberAndLength() {
    assertEquals(12, SearchWords.of("a b c d e f g h i j k l m n o p").size());
    assertEquals(Set.of("a".repeat(40)), SearchWords.of("a".repeat(100)));
    StringBuilder han = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      han.append((char) (0x4E00 + i));
    }
    assertEquals(60, SearchWords.stored(han.toString()).size());
    assertEquals(120, SearchWords.stored(han.toString(), han.reverse().toString()).size());
    SearchWords.stored("\uD842\uDFB7".repeat(100))
        .forEach(word -> assertFalse(Character.isHighSurrogate(word.charAt(word.length() - 1))));
  }
}
