package io.healthconnect.rest.export;

import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Takes bytes into a temporary file until there is somebody to read them; from then on, passes them
 * on. The file can be read by this user only, and is deleted with the process, however that ends.
 */
final class ExportSpool extends OutputStream {
  private final FileChannel file;
  private OutputStream target;

  /** Writes to the file, and closes it. */
  ExportSpool(FileChannel file) {
    this.file = file;
    this.target = new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
  }

  /**
   * @throws StoreUnavailableException if there is no room for the file
   */
  static ExportSpool open() {
    try {
      Path path = Files.createTempFile("health-connect-export", ".zip");
      // Where the system can, a file that is deleted on closing has no name from the start.
      return new ExportSpool(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** What a failure of the file means to whoever asked. */
  static StoreUnavailableException unavailable(IOException e) {
    String problem = String.valueOf(e.getMessage());
    boolean full = problem.contains("No space left") || problem.contains("quota exceeded");
    return new StoreUnavailableException(full ? Cause.STORAGE_FULL : Cause.UNAVAILABLE, e);
  }

  @Override
  public void write(int value) throws IOException {
    target.write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  /** Writes what was taken so far to {@code out}, and everything else from now on. */
  void continueIn(OutputStream out) throws IOException {
    target.flush();
    file.position(0);
    Channels.newInputStream(file).transferTo(out);
    target = out;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
