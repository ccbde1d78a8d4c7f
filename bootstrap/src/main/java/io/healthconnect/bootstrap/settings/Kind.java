package io.healthconnect.bootstrap.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the text of a setting is read.
 *
 * @param allowed what is allowed, for people
 * @param parser throws {@link IllegalArgumentException} for anything else
 */
record Kind<T>(String allowed, Function<String, T> parser) {

  T parse(String text) {
    return parser.apply(text);
  }

  Kind<Optional<T>> orUnset() {
    return new Kind<>(allowed, text -> Optional.of(parser.apply(text)));
  }

  /** Values separated by commas; at least one, none twice. */
  Kind<List<T>> list() {
    return new Kind<>(
        "comma-separated: " + allowed,
        text -> {
          List<T> values = Stream.of(text.split(",", -1)).map(String::strip).map(parser).toList();
          if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("repeated");
          }
          return values;
        });
  }

  static Kind<Integer> number(int least, int most) {
    return new Kind<>(
        least + " to " + most,
        text -> {
          if (!text.matches("[0-9]{1,10}")) {
            throw new IllegalArgumentException("not a number");
          }
          long value = Long.parseLong(text);
          if (value < least || value > most) {
            throw new IllegalArgumentException("out of range");
          }
          return (int) value;
        });
  }

  /** Text that must match; what is allowed is said in words. */
  static Kind<String> text(String allowed, String pattern) {
    return new Kind<>(
        allowed,
        text -> {
          if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not " + allowed);
          }
          return text;
        });
  }

  static Kind<Path> folder() {
    return new Kind<>(
        "the path of a folder",
        text -> {
          if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
          }
          try {
            return Path.of(text);
          } catch (InvalidPathException e) {
            throw new IllegalArgumentException("not a path", e);
          }
        });
  }
}
