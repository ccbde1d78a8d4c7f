package io.healthconnect.security.media;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * F-04: whatever the file, its kind is recognised or not, and its structure is read or refused as
 * damaged.
 */
class FileFuzzTest {
  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Kind(byte[] file) {
    FileKind.of(file);
  }

  @FuzzTest(maxDuration = "30m", maxExecutions = 1_000_000)
  void f04Structure(byte[] file) {
    try {
      switch (FileKind.of(file)) {
        case JPEG -> JpegStructure.read(file);
        case PNG -> PngStructure.read(file);
        case WEBP -> WebpStructure.read(file);
        case GIF -> GifStructure.read(file);
        case HEIC, SVG, OTHER -> {}
      }
    } catch (DamagedImageException refused) {
      // The documented outcome.
    }
  }
}
