package io.healthconnect.mongo.search;

import com.mongodb.client.model.Filters;
import io.healthconnect.domain.doctor.SearchWords;
import java.util.Collection;
import java.util.List;
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

  /** A range instead of a pattern, so that user input is only ever compared. */
  private static Bson beginning(String word) {
    return Filters.elemMatch("words", new Document("$gte", word).append("$lt", word + LAST));
  }
}
