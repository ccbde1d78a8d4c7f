package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;

/** F-04: texts in requests are accepted or refused, and nothing else is thrown. */
class TextFuzzTest {
  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Cursor(byte[] input) {
    read(
        input,
        text -> {
          Cursor cursor = Cursors.read(text);
          assertEquals(cursor, Cursors.read(Cursors.write(cursor)));
        });
  }

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Time(byte[] input) {
    read(input, text -> assertEquals(text, TimeParser.date("date", text).toString()));
    read(input, text -> assertEquals(text, TimeParser.time("time", text).toString()));
    // The stores keep milliseconds.
    read(input, text -> TimeParser.instant("from", text));
  }

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04IdempotencyKey(byte[] input) {
    read(input, text -> assertEquals(text, new IdempotencyKey(text, "f", Instant.EPOCH).value()));
  }

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04DataUrl(byte[] input) {
    read(input, DataUrl.IMAGE::decode);
  }

  /** The first line is the content type, the rest the body. */
  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Multipart(byte[] input) {
    String all = new String(input, StandardCharsets.ISO_8859_1);
    int end = all.indexOf('\n');
    String type = end < 0 ? all : all.substring(0, end);
    byte[] body = all.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1);
    try {
      read(input, text -> MultipartForm.parse(type, body, Set.of("text", "image")).text("text"));
    } catch (ProblemException refused) {
      assertEquals(ErrorCode.INVALID_REQUEST, refused.problem().code());
    }
  }

  private static void read(byte[] input, Consumer<String> reader) {
    try {
      reader.accept(new String(input, StandardCharsets.UTF_8));
    } catch (InvalidValueException refused) {
      // The documented outcome.
    }
  }
}
