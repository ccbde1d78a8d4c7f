package io.healthconnect.cloudinary;

import com.cloudinary.SignatureAlgorithm;
import com.cloudinary.api.signing.ApiResponseSignatureVerifier;
import io.healthconnect.domain.media.CleanImage;
import java.util.Map;
import java.util.Optional;

/** Checks what Cloudinary answers. */
final class ResponseChecks {
  private static final int SHA1_DIGITS = 40;

  private final String secret;

  ResponseChecks(String secret) {
    this.secret = secret;
  }

  /**
   * Checks that Cloudinary itself confirms having just stored this image as requested.
   *
   * @throws UnexpectedResponseException if it does not
   */
  void checkUploaded(Map<?, ?> answer, String publicId, CleanImage image)
      throws UnexpectedResponseException {
    checkNoError(answer);
    String version = text(answer, "version");
    String signature = text(answer, "signature");
    // Requests choose their algorithm; answers are signed with the one in the account's settings.
    SignatureAlgorithm algorithm =
        signature.length() == SHA1_DIGITS ? SignatureAlgorithm.SHA1 : SignatureAlgorithm.SHA256;
    boolean genuine =
        new ApiResponseSignatureVerifier(secret, algorithm)
            .verifySignature(text(answer, "public_id"), version, signature);
    if (!genuine) {
      throw new UnexpectedResponseException("The answer is not signed by Cloudinary");
    }
    boolean asSent =
        text(answer, "public_id").equals(publicId)
            && text(answer, "type").equals(CloudinaryImageStore.TYPE)
            && text(answer, "format").equals(image.type().extension())
            && text(answer, "bytes").equals(Integer.toString(image.bytes().length))
            && !text(answer, "existing").equals("true");
    if (!asSent) {
      throw new UnexpectedResponseException("Cloudinary stored something else");
    }
  }

  /**
   * Checks that the image no longer exists.
   *
   * @throws UnexpectedResponseException if it may still exist
   */
  void checkGone(Map<?, ?> answer) throws UnexpectedResponseException {
    checkNoError(answer);
    String result = text(answer, "result");
    if (!result.equals("ok") && !result.equals("not found")) {
      throw new UnexpectedResponseException("Cloudinary did not remove the image");
    }
  }

  private static void checkNoError(Map<?, ?> answer) throws UnexpectedResponseException {
    if (answer.get("error") instanceof Map<?, ?> error) {
      throw new UnexpectedResponseException("Cloudinary answered " + text(error, "http_code"));
    }
  }

  private static String text(Map<?, ?> answer, String name) {
    return Optional.<Object>ofNullable(answer.get(name)).map(Object::toString).orElse("");
  }
}
