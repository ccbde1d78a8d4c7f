package io.healthconnect.sqlite.db;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads SQLite's native library from the data folder. By default the driver extracts it into the
 * system's temporary folder under a new name at each start, and a killed process leaves 1.1 MB
 * there each time. The data folder belongs to one process, so the file can be deleted as soon as it
 * is loaded, and a file that an earlier process left can be deleted before that.
 */
final class NativeLibrary {
  private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

  /** A setting of the driver: the folder that it extracts the library into. */
  private static final String FOLDER = "org.sqlite.tmpdir";

  private NativeLibrary() {}

  /**
   * Loads the library unless this process has already done so. Falls back to the temporary folder
   * if it cannot be loaded from the data folder. A folder that the operator has set is used as is.
   *
   * @param dataDir locked by this process
   * @throws IllegalStateException if it cannot be loaded at all; the message names the folders
   */
  static synchronized void load(Path dataDir) {
    Path own = dataDir.resolve("native").toAbsolutePath();
    deleteAll(own);
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    boolean loaded = loadFrom(own);
    deleteAll(own);
    if (!loaded) {
      loadFromTemporary(own);
    }
  }

  /**
   * Loads the library for a process that does not own the data folder, by way of a folder of its
   * own in it, or else of the temporary folder.
   */
  static synchronized void loadAsGuest(Path dataDir) {
    if (System.getProperty(FOLDER) == null && !loadFromOwn(dataDir)) {
      loadFromTemporary(dataDir.toAbsolutePath());
    }
  }

  /** By way of a folder of its own, so that nothing is left there when this process is killed. */
  private static void loadFromTemporary(Path tried) {
    Path shared = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    if (!loadFromOwn(shared)) {
      throw new IllegalStateException(
          "SQLite's native library can be loaded neither from "
              + tried
              + " nor from "
              + shared
              + ": one of the two must be writable and not mounted with noexec");
    }
  }

  private static boolean loadFromOwn(Path parent) {
    try {
      Path own = Files.createTempDirectory(parent.toAbsolutePath(), "native-");
      try {
        return loadFrom(own);
      } finally {
        deleteAll(own);
        Files.deleteIfExists(own);
      }
    } catch (IOException e) {
      LOG.debug("Cannot make a folder in {}", parent, e);
      return false;
    }
  }

  private static boolean loadFrom(Path folder) {
    System.setProperty(FOLDER, folder.toString());
    try {
      Files.createDirectories(folder);
      return SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      LOG.debug("Cannot load SQLite's native library from {}", folder, e);
      return false;
    } finally {
      System.clearProperty(FOLDER);
    }
  }

  /** Deletes the extracted files. On Windows a file in use stays until the next start. */
  private static void deleteAll(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "sqlite-*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.debug("Cannot delete what was extracted into {}", folder, e);
    }
  }
}
