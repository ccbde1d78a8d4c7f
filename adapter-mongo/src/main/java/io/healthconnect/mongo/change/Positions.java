package io.healthconnect.mongo.change;

import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Numbers changes alike on every node: by the cluster time of their entry, and among the changes of
 * one cluster time, such as those of one transaction, by their order. Written by one thread.
 */
final class Positions {
  /** 2020-01-01; the seconds since then fill the upper bits until 2088. */
  private static final long EPOCH_SECONDS = 1_577_836_800;

  private static final int INCREMENT_BITS = 20;
  private static final int ORDER_BITS = 12;

  /** How the text of a resume token begins: with the cluster time. */
  private static final String TIMESTAMP = "82";

  private long time = -1;

  /** Of the entry's first change. */
  private long first;

  private long next;
  private volatile long current;
  private volatile long settled;

  /** An entry begins. One without changes takes as much room as one with one change. */
  void enter(@Nullable BsonTimestamp clusterTime) {
    long begun = clusterTime == null ? time : start(clusterTime);
    next = begun == time ? Math.max(next, first + 1) : begun;
    time = begun;
    first = next;
  }

  /** The next change of the entry begins. */
  void next() {
    current = next;
    next++;
  }

  /** All entries before this token have been told. */
  void settle(@Nullable BsonDocument token) {
    if (token != null && token.isString("_data")) {
      String data = token.getString("_data").getValue();
      if (data.startsWith(TIMESTAMP) && data.length() >= TIMESTAMP.length() + 16) {
        int seconds = Integer.parseUnsignedInt(data, 2, 10, 16);
        int increment = Integer.parseUnsignedInt(data, 10, 18, 16);
        settled = Math.max(settled, start(new BsonTimestamp(seconds, increment)) - 1);
      }
    }
  }

  /** When the newest entry was made before which all have been told, in seconds since 1970. */
  long settledSecond() {
    return EPOCH_SECONDS + (settled >>> (INCREMENT_BITS + ORDER_BITS));
  }

  long settled() {
    return settled;
  }

  long current() {
    return current;
  }

  private static long start(BsonTimestamp time) {
    long seconds = Math.max(0, time.getTime() - EPOCH_SECONDS);
    long increment = Math.min(time.getInc(), (1 << INCREMENT_BITS) - 1);
    return ((seconds << INCREMENT_BITS) + increment) << ORDER_BITS;
  }
}
