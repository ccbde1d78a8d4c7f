package io.healthconnect.benchmarks.growth;

import java.util.Map;
import java.util.OptionalLong;

/** The store under a server, which must be stopped while it is filled. */
interface FilledStore extends AutoCloseable {
  /** The last messages of the long conversation, which the doctor has not read. */
  int UNREAD = 20;

  /** Of the other conversations, one of so many has a message that the doctor has not read. */
  int UNREAD_EACH = 3;

  String name();

  /** Settings of a server over this store. */
  Map<String, String> settings();

  /** The process of the database, if it is not in the server. */
  OptionalLong database();

  /** Adds copies of what the people have, changed so that the store has the sizes. */
  void fill(People people, Sizes sizes, long now) throws Exception;

  @Override
  void close();
}
