package io.healthconnect.sqlite.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.healthconnect.sqlite.change.LocalChangeFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {
  @TempDir Path folder;

  @Test
  void leavesNothingInTheDataFolderAndDeletesWhatAKilledProcessLeft() throws IOException {
    Path extracted = Files.createDirectories(folder.resolve("native"));
    Files.createFile(extracted.resolve("sqlite-3.50.1-1234-libsqlitejdbc.so"));
    Files.createFile(extracted.resolve("sqlite-3.50.1-1234-libsqlitejdbc.so.lck"));
    try (Database database = DatabaseFile.open(folder, new LocalChangeFeed())) {
      assertEquals(List.of(), names(extracted));
    }
  }

  @Test
  void keepsTheDriversSettingAsItWas() {
    try (Database database = DatabaseFile.open(folder, new LocalChangeFeed())) {
      assertNull(System.getProperty("org.sqlite.tmpdir"));
    }
  }

  /** Where nothing can be extracted into the data folder. */
  @Test
  void aKilledProcessLeavesNothingInTheTemporaryFolderEither() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve("native"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Process start =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                KilledStart.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(KilledStart.LOADED, start.waitFor());
    assertEquals(List.of(), names(temporary));
  }

  /** Ends without tidying up, as after {@code kill -9}. */
  static final class KilledStart {
    static final int LOADED = 7;

    private KilledStart() {}

    public static void main(String[] arguments) {
      NativeLibrary.load(Path.of(arguments[0]));
      Runtime.getRuntime().halt(LOADED);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
