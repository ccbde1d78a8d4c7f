package io.healthconnect.security.media;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** F-04: a file is of some kind, and its structure is read or refused as damaged. */
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
        case PNG -> ChunkStructure.ofPng(file);
        case WEBP -> ChunkStructure.ofWebp(file);
        case GIF, HEIC, SVG, OTHER -> {}
      }
    } catch (DamagedImageException refused) {
      // As it says.
    }
  }
}
