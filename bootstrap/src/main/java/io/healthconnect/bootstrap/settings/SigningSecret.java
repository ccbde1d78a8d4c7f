package io.healthconnect.bootstrap.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The secret that signs sessions: from the settings, or generated once and stored with the data.
 */
public final class SigningSecret {
  static final String FILE = "jwt-secret";
  private static final int MIN_BYTES = 32;
  private static final int MIN_DISTINCT = 8;

  /** Values from tutorials and templates that would be long enough. */
  private static final Set<String> SAMPLES =
      Set.of(
          "a-string-secret-at-least-256-bits-long",
          "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
          "your-256-bit-secret-your-256-bit-secret",
          "your-super-secret-jwt-token-with-at-least-32-characters-long",
          "your-super-secret-jwt-key-change-in-production",
          "your-super-secret-jwt-key-change-this-in-production",
          "your-secret-key-at-least-32-characters-long",
          "your_super_secret_jwt_key_change_this_in_production",
          "this-is-a-very-long-secret-key-change-me",
          "change-me-to-a-long-random-string",
          "change-this-to-a-secure-random-string",
          "please-change-this-secret-in-production",
          "my-32-character-ultra-secure-and-ultra-long-secret",
          "404e635266556a586e3272357538782f413f4428472b4b6250645367566b5970",
          "super-secret-jwt-token-with-at-least-32-characters-long");

  /** Words that templates use in place of a secret; a random secret contains none of them. */
  private static final List<String> PLACEHOLDERS =
      List.of("changeme", "changethis", "changeinproduction", "replaceme", "replacethis");

  private SigningSecret() {}

  /** Whether a template left this text for the operator to replace. */
  static boolean isPlaceholder(String text) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return PLACEHOLDERS.stream().anyMatch(letters::contains);
  }

  private static boolean isSample(String plain) {
    return isRepeated(plain) || isPlaceholder(plain);
  }

  /** Whether the text only repeats a part of it. */
  private static boolean isRepeated(String text) {
    return (text + text).indexOf(text, 1) <= text.length() / 2;
  }

  static SettingType<String> kind() {
    return new SettingType<>(
        "at least 256 bits (32 bytes of text), and no sample value",
        text -> {
          String plain = text.strip().toLowerCase(Locale.ROOT);
          boolean strong =
              text.getBytes(StandardCharsets.UTF_8).length >= MIN_BYTES
                  && plain.chars().distinct().count() >= MIN_DISTINCT
                  && !SAMPLES.contains(plain)
                  && !isSample(plain);
          if (!strong) {
            throw new IllegalArgumentException("weak");
          }
          return text;
        });
  }

  /**
   * The secret as bytes. Without {@code JWT_SECRET}, reads the file of an earlier start, or creates
   * one that only this user can read.
   *
   * @throws BadSettingsException if the file does not hold a valid secret
   * @throws IOException if the file cannot be read or written
   */
  public static byte[] load(Settings settings) throws IOException {
    Optional<String> configured = settings.get(SessionSettings.JWT_SECRET);
    if (configured.isPresent()) {
      return configured.get().getBytes(StandardCharsets.UTF_8);
    }
    Path file = file(settings);
    if (Files.notExists(file)) {
      Files.createDirectories(settings.get(ServerSettings.DATA_DIR));
      make(file);
    }
    keepPrivate(file);
    String text = Files.readString(file, StandardCharsets.UTF_8).strip();
    try {
      return kind().parse(text).getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadSettingsException(
          List.of(file + ": (value hidden) is not allowed; allowed: " + kind().allowed()));
    }
  }

  /** The file for a generated secret. */
  public static Path file(Settings settings) {
    return settings.get(ServerSettings.DATA_DIR).resolve(FILE);
  }

  /** Writes to a temporary file and moves it, so that a crash leaves a complete file or none. */
  private static void make(Path file) throws IOException {
    byte[] random = new byte[48];
    new SecureRandom().nextBytes(random);
    byte[] text = Base64.getEncoder().encode(random);
    Path aside = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new");
    keepPrivate(aside);
    try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(text);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void keepPrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }
}
