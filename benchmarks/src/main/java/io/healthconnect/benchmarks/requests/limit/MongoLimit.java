package io.healthconnect.benchmarks.requests.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.healthconnect.benchmarks.requests.Row;
import java.util.function.Consumer;

/** The driver of MongoDB with the concerns of the server. */
final class MongoLimit implements LimitStore {
  private static final TransactionOptions TRANSACTION =
      TransactionOptions.builder()
          .readConcern(ReadConcern.SNAPSHOT)
          .writeConcern(WriteConcern.MAJORITY)
          .build();

  private final MongoClient client;
  private final MongoReads reads;
  private final MongoWrites writes;

  private MongoLimit(MongoClient client, String database) {
    this.client = client;
    this.reads = new MongoReads(client.getDatabase(database));
    this.writes = new MongoWrites(client.getDatabase(database));
  }

  static MongoLimit open(String uri, String database) {
    MongoClientSettings settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .readConcern(ReadConcern.MAJORITY)
            .writeConcern(WriteConcern.MAJORITY)
            .build();
    return new MongoLimit(MongoClients.create(settings), database);
  }

  @Override
  public void run(Row row, String self, String other, JsonNode body) {
    switch (row) {
      case DOCTORS, DOCTOR -> {
        // The server keeps these replies.
      }
      case DOCTORS_ANEW -> reads.doctors();
      case ME -> reads.me(self);
      case APPOINTMENTS -> reads.appointments(self);
      case CONVERSATION -> reads.conversation(self, other);
      case SEND -> send(self, other, body.path("clientId").asText());
      case BOOK -> {
        Booking booking = Booking.of(self, body);
        reads.bookable(booking);
        transact(session -> writes.book(session, booking));
        reads.booked(booking);
      }
    }
  }

  private void send(String sender, String receiver, String clientId) {
    long[] seq = new long[1];
    transact(session -> seq[0] = writes.send(session, sender, receiver, clientId));
    writes.unmark(sender, receiver, seq[0] - 1);
  }

  /** Only one request at a time writes for each person, so nothing is repeated. */
  private void transact(Consumer<ClientSession> work) {
    try (ClientSession session = client.startSession()) {
      session.startTransaction(TRANSACTION);
      work.accept(session);
      session.commitTransaction();
    }
  }
}
