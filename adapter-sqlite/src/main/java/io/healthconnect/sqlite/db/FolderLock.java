package io.healthconnect.sqlite.db;

import io.healthconnect.domain.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second server out of a data folder: live calls and sockets belong to one process. A byte
 * in its file also records that the folder holds data.
 */
final class FolderLock implements AutoCloseable {
  static final String NAME = "health-connect.lock";

  private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException if another server holds the folder
   * @throws UnusableFolderException if the folder cannot be written
   */
  static FolderLock take(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new IllegalStateException("the data folder is in use by another server");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw UnusableFolderException.of(folder.resolve(NAME), e);
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

  /** Whether a database was opened in this folder before. */
  boolean isUsed() throws IOException {
    return channel.size() > 0;
  }

  /** Records that the folder holds a database from now on. */
  void markUsed() {
    try {
      if (!isUsed()) {
        channel.write(ByteBuffer.wrap(new byte[] {'1'}));
        channel.force(true);
      }
    } catch (IOException e) {
      LOG.warn("Could not write {}: {}", NAME, e.getMessage());
    }
  }

  /** Closing the file releases its lock. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailableException(StoreUnavailableException.Cause.UNAVAILABLE, e);
    }
  }
}
