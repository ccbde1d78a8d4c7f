package io.healthconnect.benchmarks.requests.limit;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.requests.Row;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads in one transaction on one of four connections, and writes in one on another. */
final class SqliteLimit implements LimitStore {
  private static final int READERS = 4;

  private final BlockingQueue<Statements> readers;
  private final BlockingQueue<Statements> writer;

  private SqliteLimit(BlockingQueue<Statements> readers, BlockingQueue<Statements> writer) {
    this.readers = readers;
    this.writer = writer;
  }

  static SqliteLimit open(Path folder) throws SQLException {
    Path file = folder.resolve("health-connect.db");
    BlockingQueue<Statements> readers = new ArrayBlockingQueue<>(READERS);
    for (int i = 0; i < READERS; i++) {
      readers.add(Statements.open(file, "PRAGMA query_only = true"));
    }
    BlockingQueue<Statements> writer = new ArrayBlockingQueue<>(1);
    writer.add(Statements.open(file, "PRAGMA secure_delete = on"));
    return new SqliteLimit(readers, writer);
  }

  private interface Work {
    void on(Statements sql) throws SQLException;
  }

  @Override
  public void run(Row row, String self, String other, JsonNode body) throws Exception {
    switch (row) {
      case DOCTORS, DOCTOR -> {
        // The server keeps these replies.
      }
      case DOCTORS_ANEW -> read(SqliteReads::doctors);
      case ME -> read(sql -> SqliteReads.me(sql, self));
      case APPOINTMENTS -> read(sql -> SqliteReads.appointments(sql, self));
      case CONVERSATION -> read(sql -> SqliteReads.conversation(sql, self, other));
      case SEND ->
          write(sql -> SqliteWrites.send(sql, self, other, body.path("clientId").asText()));
      case BOOK -> {
        Booking booking = Booking.of(self, body);
        read(sql -> SqliteReads.bookable(sql, booking));
        write(sql -> SqliteWrites.book(sql, booking));
        read(sql -> SqliteReads.booked(sql, booking));
      }
    }
  }

  private void read(Work work) throws Exception {
    on(readers, "BEGIN", work);
  }

  private void write(Work work) throws Exception {
    on(writer, "BEGIN IMMEDIATE", work);
  }

  private static void on(BlockingQueue<Statements> pool, String begin, Work work) throws Exception {
    Statements sql = pool.take();
    try {
      sql.run(begin);
      work.on(sql);
      sql.run("COMMIT");
    } finally {
      pool.add(sql);
    }
  }
}
