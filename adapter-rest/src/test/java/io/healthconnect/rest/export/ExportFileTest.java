package io.healthconnect.rest.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.media.MediaFixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ExportFileTest {
  private static final int MEBIBYTE = 1024 * 1024;

  private static List<String> names(byte[] bytes) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static long spools() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("health-connect-export"))
          .count();
    }
  }

  @Test
  void leavesOutAnImageThatIsGone() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ExportFile file = new ExportFile(ExportSpool.open())) {
      file.account(Accounts.patient("p1"), Optional.empty(), Optional.empty());
      file.image(MediaFixtures.avatar("m1", "p1"));
      file.image(MediaFixtures.avatar("m2", "p1"));
      file.end();
      file.writeTo(
          out,
          image ->
              image.id().value().equals("m1") ? Optional.of(new byte[] {1}) : Optional.empty());
    }
    assertEquals(2, names(out.toByteArray()).size());
    assertEquals("account.json", names(out.toByteArray()).get(0));
    assertTrue(names(out.toByteArray()).get(1).startsWith("images/m1."));
  }

  @Test
  void leavesNoFileBehindWhenTheClientIsGone() throws IOException {
    long before = spools();
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("gone");
          }
        };
    try (ExportFile file = new ExportFile(ExportSpool.open())) {
      file.account(Accounts.patient("p1"), Optional.empty(), Optional.empty());
      file.end();
      assertThrows(IOException.class, () -> file.writeTo(gone, image -> Optional.empty()));
    }
    assertEquals(before, spools());
  }

  /** D-04, for the temporary folder. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsToldBeforeTheReplyBegins() throws IOException {
    FileChannel full = FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
    try (ExportFile file = new ExportFile(new ExportSpool(full))) {
      file.account(Accounts.patient("p1"), Optional.empty(), Optional.empty());
      StoreUnavailableException refused = assertThrows(StoreUnavailableException.class, file::end);
      assertEquals(StoreUnavailableException.Cause.STORAGE_FULL, refused.reason());
    }
  }

  /** A file of two gibibytes, of which no more than one image is in memory at a time. */
  @Test
  void writesAFileOfAnySize() throws IOException {
    long[] written = {0};
    byte[] image = new byte[MEBIBYTE];
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int value) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            written[0] += length;
          }
        };
    try (ExportFile file = new ExportFile(ExportSpool.open())) {
      for (int i = 0; i < 2048; i++) {
        file.image(MediaFixtures.avatar("m" + i, "p1"));
      }
      file.writeTo(counting, each -> Optional.of(image));
    }
    assertTrue(written[0] > 2048L * MEBIBYTE, "only " + written[0]);
  }
}
