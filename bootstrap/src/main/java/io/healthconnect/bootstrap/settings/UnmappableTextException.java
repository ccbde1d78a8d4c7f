package io.healthconnect.bootstrap.settings;

/** A path has characters that file names cannot have under the locale of this process. */
final class UnmappableTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** What Java substitutes for bytes that are invalid in the character set of the locale. */
  static final String REPLACEMENT = "\ufffd";

  UnmappableTextException() {
    super(
        "has letters that the character set of the locale lacks ("
            + System.getProperty("sun.jnu.encoding")
            + "); set LANG or LC_ALL to a UTF-8 locale, such as C.UTF-8");
  }
}
