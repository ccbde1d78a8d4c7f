package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of a copy: new, for this user only, and on the disk before it is reported. */
final class BackupFile {
  private BackupFile() {}

  /**
   * @param copy fills the empty file; if it fails, the file is removed
   */
  static void write(Path target, Runnable copy) {
    try {
      create(target);
      boolean whole = false;
      try {
        copy.run();
        force(target);
        whole = true;
      } finally {
        if (!whole) {
          Files.deleteIfExists(target);
        }
      }
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException(target + " exists already; nothing was written", e);
    } catch (IOException e) {
      throw new StoreUnavailableException(Cause.UNAVAILABLE, e);
    }
  }

  private static void create(Path target) throws IOException {
    FileAttribute<?>[] attributes =
        target.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(target, attributes);
  }

  private static void force(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }
}
