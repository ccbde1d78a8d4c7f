package io.healthconnect.cloudinary;

import java.io.IOException;

/** Cloudinary answered, but not what was wanted; the message quotes nothing of the answer. */
final class WrongAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  WrongAnswerException(String message) {
    super(message);
  }
}
