package io.healthconnect.mongo.db;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of lists. A document that cannot be read (a member is missing or invalid) is left out
 * and logged by its identifier, so that it hides no other document.
 */
public final class ReadablePages {
  private static final Logger LOG = LoggerFactory.getLogger(ReadablePages.class);

  private ReadablePages() {}

  /** The first {@code limit} documents that can be read. */
  public static <T> List<T> first(
      FindIterable<Document> found, int limit, Function<Document, T> mapper) {
    List<Document> documents = found.limit(limit).into(new ArrayList<>());
    List<T> readable = new ArrayList<>();
    documents.forEach(document -> read(document, mapper).ifPresent(readable::add));
    boolean complete = readable.size() == documents.size() || documents.size() < limit;
    return complete ? readable : beyond(found, limit, mapper);
  }

  /** Continues past damaged documents until there are enough others. */
  private static <T> List<T> beyond(
      FindIterable<Document> found, int limit, Function<Document, T> mapper) {
    List<T> readable = new ArrayList<>();
    try (MongoCursor<Document> documents = found.limit(0).batchSize(limit).cursor()) {
      while (readable.size() < limit && documents.hasNext()) {
        read(documents.next(), mapper).ifPresent(readable::add);
      }
    }
    return readable;
  }

  private static <T> Optional<T> read(Document document, Function<Document, T> mapper) {
    try {
      return Optional.of(mapper.apply(document));
    } catch (RuntimeException e) {
      LOG.error(
          "A damaged document is left out: {} ({})",
          document.get("_id"),
          e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
