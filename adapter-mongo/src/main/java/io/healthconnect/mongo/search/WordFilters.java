package io.healthconnect.mongo.search;

import com.mongodb.client.model.Filters;
import io.healthconnect.domain.doctor.SearchWords;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Matches documents by the words that they keep in the member {@code words}. */
public final class WordFilters {
  /** Sorts after every other character. */
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private WordFilters() {}

  /** One filter for each word of a search: a stored word must begin with it. */
  public static List<Bson> of(Collection<String> texts) {
    return SearchWords.ofAll(texts).stream().map(WordFilters::beginning).toList();
  }

  /** One filter for each word of a search for doctors, which may have several beginnings. */
  public static List<Bson> ofDoctors(Collection<String> texts) {
    return SearchWords.beginnings(texts).stream().map(WordFilters::any).toList();
  }

  /**
   * Several beginnings are patterns, because only of those does the server walk the parts of an
   * index.
   */
  private static Bson any(Set<String> beginnings) {
    return beginnings.size() == 1
        ? beginning(beginnings.iterator().next())
        : Filters.in("words", beginnings.stream().map(WordFilters::pattern).toList());
  }

  private static Pattern pattern(String beginning) {
    return Pattern.compile("^" + beginning.replaceAll("[^\\p{L}\\p{N}]", "\\\\$0"));
  }

  /** Matches documents with a word that begins like this. */
  public static Bson beginning(String word) {
    return Filters.elemMatch("words", range(word));
  }

  /** A range instead of a pattern, so that user input is only ever compared. */
  static Document range(String word) {
    return new Document("$gte", word).append("$lt", word + LAST);
  }
}
