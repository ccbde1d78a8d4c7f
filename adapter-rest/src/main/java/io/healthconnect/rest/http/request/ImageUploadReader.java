package io.healthconnect.rest.http.request;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import io.healthconnect.rest.http.reply.Reply;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Reads requests that may contain an image: {@code multipart/form-data}, or JSON with the image as
 * a data URL. Only here are bodies larger than usual, a bounded number at a time.
 */
public final class ImageUploadReader {
  /** Room for the other parts and for the delimiters and headers of parts. */
  private static final int AROUND = 64 * 1024;

  private final ImageLimits limits;
  private final JsonLimits jsonLimits;
  private final StrictJson smallJson;
  private final StrictJson largeJson;
  private final UploadLimiter limiter;
  private final Clock clock;

  public ImageUploadReader(ImageLimits limits, JsonLimits jsonLimits, Clock clock) {
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
   * Reads the request and answers it. From the first byte of an image until the answer is ready,
   * the upload counts as in progress.
   *
   * @throws ProblemException 413 if the image or the body is too large; 429 or 503 if too many are
   *     in progress; otherwise as for other bodies
   */
  public Reply answer(Exchange exchange, Function<ImageUpload, Reply> answer) {
    String user = exchange.actor().id().value();
    if (exchange.isMultipart()) {
      return limiter.admit(user, () -> answer.apply(form(exchange)));
    }
    exchange.requireJson();
    // In JSON the image is one text, and texts are limited more tightly than bodies.
    int most = jsonLimits.stringLength() + 1;
    boolean declared = exchange.declaredBytes() >= most;
    SlowBodyDetector slow = slow();
    byte[] head = declared ? new byte[0] : exchange.head(most, slow);
    if (declared || head.length == most) {
      return limiter.admit(user, () -> answer.apply(large(exchange, head, slow)));
    }
    ImageUpload small = upload(smallJson.read(head, ImageUpload.Body.class));
    return small.image().isPresent()
        ? limiter.admit(user, () -> answer.apply(small))
        : answer.apply(small);
  }

  private ImageUpload form(Exchange exchange) {
    byte[] body = exchange.bytes(limits.fileBytes() + AROUND, slow());
    MultipartForm form =
        MultipartForm.parse(
            exchange.header("Content-Type").orElse(""),
            body,
            Set.of("image", "text", "clientId", "licenceNumber"));
    return checked(
        new ImageUpload(
            // Browsers send an empty file when none was chosen.
            form.file("image").filter(file -> file.length > 0),
            form.text("text"),
            form.text("clientId"),
            form.text("licenceNumber")));
  }

  private ImageUpload large(Exchange exchange, byte[] head, SlowBodyDetector slow) {
    if (exchange.declaredBytes() > bodyBytes(limits)) {
      throw new ProblemException(Problem.of(ErrorCode.TOO_LARGE).withBodyUnread());
    }
    byte[] body = exchange.rest(head, bodyBytes(limits), slow);
    // Parsing takes a few times its size in memory, so bodies are parsed one at a time.
    synchronized (largeJson) {
      return upload(largeJson.read(body, ImageUpload.Body.class));
    }
  }

  private ImageUpload upload(ImageUpload.Body body) {
    return checked(
        new ImageUpload(
            Optional.ofNullable(body.image()).map(DataUrl::decode),
            Optional.ofNullable(body.text()),
            Optional.ofNullable(body.clientId()),
            Optional.ofNullable(body.licenceNumber())));
  }

  private ImageUpload checked(ImageUpload upload) {
    if (upload.image().isPresent() && upload.image().get().length > limits.fileBytes()) {
      throw new ProblemException(
          Problem.of(
              ErrorCode.TOO_LARGE, "The image may have at most " + limits.fileBytes() + " bytes."));
    }
    return upload;
  }

  private SlowBodyDetector slow() {
    return SlowBodyDetector.below(
            limits.bytesPerSecond(), () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .withTimeLimit(limits.longest());
  }
}
