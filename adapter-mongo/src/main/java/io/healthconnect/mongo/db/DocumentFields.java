package io.healthconnect.mongo.db;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Reads typed members of a document. On a document of another form, every method throws {@link
 * IllegalStateException}, whose message names the member but not its content.
 */
public final class DocumentFields {
  private DocumentFields() {}

  public static String text(Document document, String member) {
    return required(document, member, String.class);
  }

  public static Optional<String> optionalText(Document document, String member) {
    return optional(document, member, String.class);
  }

  public static long number(Document document, String member) {
    return required(document, member, Number.class).longValue();
  }

  public static int smallNumber(Document document, String member) {
    return required(document, member, Number.class).intValue();
  }

  public static boolean flag(Document document, String member) {
    return required(document, member, Boolean.class);
  }

  public static Instant instant(Document document, String member) {
    return required(document, member, Date.class).toInstant();
  }

  public static Optional<Instant> optionalInstant(Document document, String member) {
    return optional(document, member, Date.class).map(Date::toInstant);
  }

  public static Document part(Document document, String member) {
    return required(document, member, Document.class);
  }

  public static Optional<Document> optionalPart(Document document, String member) {
    return optional(document, member, Document.class);
  }

  public static List<Document> parts(Document document, String member) {
    List<?> list = required(document, member, List.class);
    return list.stream().map(part -> as(part, member, Document.class)).toList();
  }

  private static <T> T required(Document document, String member, Class<T> type) {
    return optional(document, member, type).orElseThrow(() -> malformed(member));
  }

  private static <T> Optional<T> optional(Document document, String member, Class<T> type) {
    return Optional.ofNullable(document.get(member)).map(value -> as(value, member, type));
  }

  private static <T> T as(Object value, String member, Class<T> type) {
    if (!type.isInstance(value)) {
      throw malformed(member);
    }
    return type.cast(value);
  }

  private static IllegalStateException malformed(String member) {
    return new IllegalStateException("a document is malformed at " + member);
  }
}
