package io.healthconnect.rest.export;

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

  ExportSpool() throws IOException {
    Path path = Files.createTempFile("health-connect-export", ".zip");
    // Where the system can, a file that is deleted on closing has no name from the start.
    file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    target = new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
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
