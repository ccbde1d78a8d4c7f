package io.healthconnect.rest.http.request;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import io.healthconnect.rest.http.reply.Reply;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads requests that may contain a file: {@code multipart/form-data}, or JSON with the file as a
 * data URL. Only here are bodies larger than usual, a bounded number at a time.
 */
public final class FileUploadReader {
  /** Room for the other parts and for the delimiters and headers of parts. */
  private static final int AROUND = 64 * 1024;

  private final ImageLimits limits;
  private final JsonLimits jsonLimits;
  private final StrictJson smallJson;
  private final StrictJson largeJson;
  private final UploadLimiter limiter;
  private final Clock clock;

  public FileUploadReader(ImageLimits limits, JsonLimits jsonLimits, Clock clock) {
    this.limits = limits;
    this.jsonLimits = jsonLimits;
    this.smallJson = new StrictJson(jsonLimits);
    this.largeJson =
        new StrictJson(
            jsonLimits.withBodyBytes(bodyBytes(limits)).withStringLength(bodyBytes(limits)));
    this.limiter = new UploadLimiter(limits, clock);
    this.clock = clock;
  }

  /** Base64 is a third longer than the bytes it encodes. */
  private static int bodyBytes(ImageLimits limits) {
    return (limits.fileBytes() + 2) / 3 * 4 + AROUND;
  }

  /**
   * Reads the request and answers it. From the first byte of a file until the answer is ready, the
   * upload counts as in progress.
   *
   * @param fields the names that this request may have, of those of {@link FileUpload}
   * @throws ProblemException 413 if the file or the body is too large; 429 or 503 if too many are
   *     in progress; otherwise as for other bodies
   */
  public Reply answer(Exchange exchange, Set<String> fields, Function<FileUpload, Reply> answer) {
    String user = exchange.actor().id().value();
    if (exchange.isMultipart()) {
      return limiter.admit(user, () -> answer.apply(form(exchange, fields)));
    }
    exchange.requireJson();
    // In JSON the file is one text, and texts are limited more tightly than bodies.
    int most = jsonLimits.stringLength() + 1;
    boolean declared = exchange.declaredBytes() >= most;
    SlowBodyDetector slow = slow();
    byte[] head = declared ? new byte[0] : exchange.head(most, slow);
    if (declared || head.length == most) {
      return limiter.admit(user, () -> answer.apply(large(exchange, fields, head, slow)));
    }
    FileUpload small = upload(smallJson.read(head, FileUpload.Body.class), fields);
    return small.hasFile() ? limiter.admit(user, () -> answer.apply(small)) : answer.apply(small);
  }

  private FileUpload form(Exchange exchange, Set<String> fields) {
    byte[] body = exchange.bytes(limits.fileBytes() + AROUND, slow());
    MultipartForm form =
        MultipartForm.parse(exchange.header("Content-Type").orElse(""), body, FileUpload.FIELDS);
    return checked(
        new FileUpload(
            // Browsers send an empty file when none was chosen.
            form.file("image").filter(file -> file.length > 0),
            form.file("document").filter(file -> file.length > 0),
            form.text("documentName"),
            form.text("text"),
            form.text("clientId"),
            form.text("licenceNumber")),
        fields);
  }

  private FileUpload large(
      Exchange exchange, Set<String> fields, byte[] head, SlowBodyDetector slow) {
    if (exchange.declaredBytes() > bodyBytes(limits)) {
      throw new ProblemException(Problem.of(ErrorCode.TOO_LARGE).withBodyUnread());
    }
    byte[] body = exchange.rest(head, bodyBytes(limits), slow);
    // Parsing takes a few times its size in memory, so bodies are parsed one at a time.
    synchronized (largeJson) {
      return upload(largeJson.read(body, FileUpload.Body.class), fields);
    }
  }

  private FileUpload upload(FileUpload.Body body, Set<String> fields) {
    return checked(body.decoded(), fields);
  }

  private FileUpload checked(FileUpload upload, Set<String> fields) {
    if (upload.largest() > limits.fileBytes()) {
      throw new ProblemException(
          Problem.of(
              ErrorCode.TOO_LARGE, "The file may have at most " + limits.fileBytes() + " bytes."));
    }
    return upload.only(fields);
  }

  private SlowBodyDetector slow() {
    return SlowBodyDetector.below(
            limits.bytesPerSecond(), () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .withTimeLimit(limits.longest());
  }
}
