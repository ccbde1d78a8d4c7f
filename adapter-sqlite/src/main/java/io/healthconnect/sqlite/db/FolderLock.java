package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second server out of a data folder: live calls and sockets belong to one process. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException if another server holds the folder
   */
  static FolderLock take(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("health-connect.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new IllegalStateException("the data folder is in use by another server");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  /** Closing the file lets go of its lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }
}
