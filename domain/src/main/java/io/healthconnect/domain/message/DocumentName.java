package io.healthconnect.domain.message;

import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file name of a document: one line of at most 120 code points that ends in {@code .pdf}. That
 * ending is added where it is missing, and characters that file systems do not allow in names
 * become {@code _}, so that the name is a file name wherever the document is saved.
 */
public record DocumentName(String value) {
  private static final int MAX_LENGTH = 120;
  private static final String ENDING = ".pdf";
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[/\\\\:*?\"<>|]");

  /** For a document whose sender gives no name. */
  public static final DocumentName UNNAMED = new DocumentName("document.pdf");

  public DocumentName {
    String line = Text.line("documentName", value, MAX_LENGTH);
    value = ended(NOT_IN_NAMES.matcher(line).replaceAll("_"));
    if (value.codePointCount(0, value.length()) > MAX_LENGTH) {
      throw InvalidValueException.tooLong("documentName", MAX_LENGTH);
    }
  }

  private static String ended(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(ENDING) ? name : name + ENDING;
  }
}
