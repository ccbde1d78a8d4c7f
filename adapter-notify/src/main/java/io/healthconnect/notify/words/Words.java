package io.healthconnect.notify.words;

import io.healthconnect.domain.account.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** The sentences of one language, from one file. */
public final class Words {
  private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      ALL.put(language, read("/words/" + language.code() + ".properties"));
    }
  }

  private final Properties sentences;

  private Words(Properties sentences) {
    this.sentences = sentences;
  }

  public static Words of(Language language) {
    Words words = ALL.get(language);
    if (words == null) {
      throw new IllegalStateException("no words for " + language);
    }
    return words;
  }

  private static Words read(String file) {
    try (InputStream stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("missing: " + file);
      }
      Properties sentences = new Properties();
      sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return new Words(sentences);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean has(String key) {
    return sentences.containsKey(key);
  }

  /**
   * @throws IllegalArgumentException if the language lacks the sentence
   */
  public String get(String key) {
    String sentence = sentences.getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return sentence;
  }

  /** The names of all sentences. */
  public Set<String> keys() {
    return sentences.stringPropertyNames();
  }
}
