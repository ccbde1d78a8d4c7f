package io.healthconnect.bootstrap.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parses the text of a setting.
 *
 * @param allowed describes what is allowed, for people
 * @param parser throws {@link IllegalArgumentException} for anything else
 */
record SettingType<T>(String allowed, Function<String, T> parser) {

  T parse(String text) {
    return parser.apply(text);
  }

  SettingType<Optional<T>> orUnset() {
    return new SettingType<>(allowed, text -> Optional.of(parser.apply(text)));
  }

  /** Comma-separated values: at least one, and none twice. */
  SettingType<List<T>> list() {
    return new SettingType<>(
        "comma-separated: " + allowed,
        text -> {
          List<T> values = Stream.of(text.split(",", -1)).map(String::strip).map(parser).toList();
          if (values.stream().distinct().count() < values.size()) {
            throw new IllegalArgumentException("repeated");
          }
          return values;
        });
  }

  static SettingType<Integer> number(int least, int most) {
    return new SettingType<>(
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

  /** Text that must match a pattern; {@code allowed} describes it in words. */
  static SettingType<String> text(String allowed, String pattern) {
    return new SettingType<>(
        allowed,
        text -> {
          if (!text.matches(pattern)) {
            throw new IllegalArgumentException("not " + allowed);
          }
          return text;
        });
  }

  /** One of two words; the first one means true. */
  static SettingType<Boolean> oneOf(String yes, String no) {
    return new SettingType<>(
        yes + " or " + no,
        text -> {
          if (!text.equals(yes) && !text.equals(no)) {
            throw new IllegalArgumentException("another word");
          }
          return text.equals(yes);
        });
  }

  /** The name of one of the values, in lower case. */
  static <E extends Enum<E>> SettingType<E> oneOf(List<E> values) {
    List<String> names =
        values.stream().map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
    int last = names.size() - 1;
    return new SettingType<>(
        String.join(", ", names.subList(0, last)) + " or " + names.get(last),
        text -> {
          if (!names.contains(text)) {
            throw new IllegalArgumentException("another word");
          }
          return values.get(names.indexOf(text));
        });
  }

  static SettingType<Path> folder() {
    return new SettingType<>(
        "the path of a folder",
        text -> {
          if (text.isBlank()) {
            throw new IllegalArgumentException("empty");
          }
          try {
            return Path.of(text);
          } catch (InvalidPathException e) {
            if (text.contains(UnmappableTextException.REPLACEMENT)) {
              throw new UnmappableTextException();
            }
            throw new IllegalArgumentException("not a path", e);
          }
        });
  }
}
