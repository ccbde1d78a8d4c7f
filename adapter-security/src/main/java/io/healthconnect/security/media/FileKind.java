package io.healthconnect.security.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** The kind of a file by its first bytes, whatever its name says. */
enum FileKind {
  JPEG,
  PNG,
  GIF,
  WEBP,
  HEIC,
  SVG,
  OTHER;

  /** Brands of ISO/IEC 23008-12 (HEIF) that phones write. */
  private static final Set<String> HEIC_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int SVG_HEAD = 1024;

  static FileKind of(byte[] file) {
    if (startsWith(file, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff})) {
      return JPEG;
    }
    if (startsWith(file, PNG_HEAD)) {
      return PNG;
    }
    String head = new String(file, 0, Math.min(file.length, SVG_HEAD), StandardCharsets.ISO_8859_1);
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return GIF;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (head.startsWith("ftyp", 4) && HEIC_BRANDS.stream().anyMatch(b -> head.startsWith(b, 8))) {
      return HEIC;
    }
    return head.toLowerCase(Locale.ROOT).contains("<svg") ? SVG : OTHER;
  }

  private static boolean startsWith(byte[] file, byte[] head) {
    return file.length >= head.length && Arrays.equals(file, 0, head.length, head, 0, head.length);
  }
}
