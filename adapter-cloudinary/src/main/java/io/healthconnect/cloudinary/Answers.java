package io.healthconnect.cloudinary;

import com.cloudinary.SignatureAlgorithm;
import com.cloudinary.api.signing.ApiResponseSignatureVerifier;
import io.healthconnect.domain.media.CleanImage;
import java.util.Map;
import java.util.Optional;

/** Checks what Cloudinary answers. */
final class Answers {
  private static final int SHA1_DIGITS = 40;

  private final String secret;

  Answers(String secret) {
    this.secret = secret;
  }

  /**
   * Whether this very image was stored just now as it was meant to be, and Cloudinary says so.
   *
   * @throws WrongAnswerException if not
   */
  void checkUploaded(Map<?, ?> answer, String publicId, CleanImage image)
      throws WrongAnswerException {
    checkNoError(answer);
    String version = text(answer, "version");
    String signature = text(answer, "signature");
    // Requests choose their algorithm; for answers the account's own setting counts.
    SignatureAlgorithm algorithm =
        signature.length() == SHA1_DIGITS ? SignatureAlgorithm.SHA1 : SignatureAlgorithm.SHA256;
    boolean genuine =
        new ApiResponseSignatureVerifier(secret, algorithm)
            .verifySignature(text(answer, "public_id"), version, signature);
    if (!genuine) {
      throw new WrongAnswerException("The answer is not signed by Cloudinary");
    }
    boolean asSent =
        text(answer, "public_id").equals(publicId)
            && text(answer, "type").equals(CloudinaryImageStore.TYPE)
            && text(answer, "format").equals(image.type().extension())
            && text(answer, "bytes").equals(Integer.toString(image.bytes().length))
            && !text(answer, "existing").equals("true");
    if (!asSent) {
      throw new WrongAnswerException("Cloudinary stored something else");
    }
  }

  /**
   * Whether there is no such image any more.
   *
   * @throws WrongAnswerException if not
   */
  void checkGone(Map<?, ?> answer) throws WrongAnswerException {
    checkNoError(answer);
    String result = text(answer, "result");
    if (!result.equals("ok") && !result.equals("not found")) {
      throw new WrongAnswerException("Cloudinary did not remove the image");
    }
  }

  private static void checkNoError(Map<?, ?> answer) throws WrongAnswerException {
    if (answer.get("error") instanceof Map<?, ?> error) {
      throw new WrongAnswerException("Cloudinary answered " + text(error, "http_code"));
    }
  }

  private static String text(Map<?, ?> answer, String name) {
    return Optional.<Object>ofNullable(answer.get(name)).map(Object::toString).orElse("");
  }
}
