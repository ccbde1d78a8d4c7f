package io.healthconnect.benchmarks.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The log file of one client. An entry is on the disk before {@link #append} returns. */
public final class AckLog implements AutoCloseable {
  private final FileChannel channel;

  public AckLog(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  public void append(Entry entry) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  public static List<Entry> read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(Entry::parse).toList();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
