package io.healthconnect.rest.http;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes requests that may hold an image: {@code multipart/form-data}, or JSON with the image as a
 * data URL. Larger bodies than usual are read here only, a bounded number at a time.
 */
public final class ImageUploadReader {
  /** Room for the other parts, and for what stands around the parts. */
  private static final int AROUND = 64 * 1024;

  private final ImageLimits limits;
  private final JsonLimits jsonLimits;
  private final StrictJson largeJson;
  private final UploadTurns turns;
  private final Clock clock;

  public ImageUploadReader(ImageLimits limits, JsonLimits jsonLimits, Clock clock) {
    this.limits = limits;
    this.jsonLimits = jsonLimits;
    this.largeJson = new StrictJson(jsonLimits.withBody(bodyBytes(limits), bodyBytes(limits)));
    this.turns = new UploadTurns(limits, clock);
    this.clock = clock;
  }

  /** A base64 text is a third longer than what it stands for. */
  private static int bodyBytes(ImageLimits limits) {
    return (limits.fileBytes() + 2) / 3 * 4 + AROUND;
  }

  /**
   * Reads the request and answers it. From the first byte of an image until the answer is ready,
   * the upload counts among those under way.
   *
   * @throws ProblemException 413 when the image or the body is too large; 429 and 503 when too many
   *     are under way; else as for other bodies
   */
  public Reply answer(Exchange exchange, Function<ImageUpload, Reply> answer) {
    String user = exchange.actor().id().value();
    if (exchange.isMultipart()) {
      return turns.take(user, () -> answer.apply(form(exchange)));
    }
    // An image is one text of the body, and texts are bounded more tightly than bodies.
    if (exchange.declaredBytes() > jsonLimits.stringLength()) {
      return turns.take(user, () -> answer.apply(large(exchange)));
    }
    ImageUpload small = upload(exchange.body(ImageUpload.Body.class));
    return small.image().isPresent()
        ? turns.take(user, () -> answer.apply(small))
        : answer.apply(small);
  }

  private ImageUpload form(Exchange exchange) {
    byte[] body = exchange.bytes(limits.fileBytes() + AROUND, late());
    MultipartForm form =
        MultipartForm.parse(
            exchange.header("Content-Type").orElse(""), body, Set.of("image", "text", "clientId"));
    return checked(new ImageUpload(form.file("image"), form.text("text"), form.text("clientId")));
  }

  private ImageUpload large(Exchange exchange) {
    exchange.requireJson();
    byte[] body = exchange.bytes(bodyBytes(limits), late());
    // A few times its size is in memory while it is taken apart, so this is done one at a time.
    synchronized (largeJson) {
      return upload(largeJson.read(body, ImageUpload.Body.class));
    }
  }

  private ImageUpload upload(ImageUpload.Body body) {
    return checked(
        new ImageUpload(
            Optional.ofNullable(body.image()).map(DataUrl::decode),
            Optional.ofNullable(body.text()),
            Optional.ofNullable(body.clientId())));
  }

  private ImageUpload checked(ImageUpload upload) {
    if (upload.image().isPresent() && upload.image().get().length > limits.fileBytes()) {
      throw new ProblemException(
          Problem.of(
              ErrorCode.TOO_LARGE, "The image may have at most " + limits.fileBytes() + " bytes."));
    }
    return upload;
  }

  private BooleanSupplier late() {
    Instant deadline = clock.instant().plus(limits.within());
    return () -> clock.instant().isAfter(deadline);
  }
}
