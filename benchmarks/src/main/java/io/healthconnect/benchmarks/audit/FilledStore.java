package io.healthconnect.benchmarks.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The store under a server, as the run fills and inspects it. */
interface FilledStore extends AutoCloseable {
  /** Settings of a server over this store. */
  Map<String, String> settings();

  /** Makes an admin of an account. */
  void makeAdmin(String accountId) throws Exception;

  /**
   * Adds entries of the kinds that {@link Entries} describes, numbered after those that are there,
   * until there are so many or the time is over.
   *
   * @return how many entries there are
   */
  long fill(long entries, Duration limit) throws Exception;

  /** From now on, remembers how the reads of the log are answered. */
  void watch() throws Exception;

  /** How the reads of the log were answered: by which index. */
  List<String> plans() throws Exception;

  /** How many bytes the log and its indexes take. */
  long bytes() throws Exception;

  @Override
  void close();
}
