package io.healthconnect.rest.http.request;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Encodes cursors for clients, as one opaque word. */
public final class Cursors {
  private static final int MAX_LENGTH = 1200;

  private Cursors() {}

  /** The member {@code nextCursor} of a page; null on the last page. */
  public static @Nullable String next(Page<?> page) {
    return page.next().map(Cursors::write).orElse(null);
  }

  static String write(Cursor cursor) {
    byte[] text = (cursor.id() + "\n" + cursor.key()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static Cursor read(String text) {
    return decode(text)
        .orElseThrow(() -> new InvalidValueException("cursor", "is not a cursor of this server"));
  }

  private static Optional<Cursor> decode(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      String plain = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      int cut = plain.indexOf('\n');
      return cut <= 0
          ? Optional.empty()
          : Optional.of(new Cursor(plain.substring(cut + 1), plain.substring(0, cut)));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
