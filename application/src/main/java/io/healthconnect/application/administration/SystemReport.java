package io.healthconnect.application.administration;

import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.domain.outbox.OutboxState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What whoever runs the system has to see of it. It holds nothing of people, and no address or
 * secret.
 */
public record SystemReport(
    Software software,
    Store store,
    Feed feed,
    Load load,
    Outboxes outboxes,
    List<UpkeepReport> upkeep) {

  public SystemReport {
    upkeep = List.copyOf(upkeep);
  }

  /**
   * @param zoneData the release of the time zone database, such as {@code 2026a}
   */
  public record Software(String version, String java, String zoneData, Instant startedAt) {}

  /**
   * @param product the database and its version, such as {@code SQLite 3.50.1}
   * @param schema the number of its newest migration
   * @param bytes the size of what is stored
   * @param freeBytes how much more fits; empty if that is not known here
   */
  public record Store(String product, long schema, long bytes, Optional<Long> freeBytes) {}

  /**
   * How changes reach this server.
   *
   * @param nodes how many servers share the store
   * @param lagSeconds how far this server is behind the newest change; empty if it makes all
   *     changes itself
   * @param skipped how many changes could not be read
   * @param interruptions how often changes were missed, so that all connections had to reconnect
   * @param listenerFailures how often a change was not passed on; 0 in a healthy server
   */
  public record Feed(
      long nodes,
      Optional<Long> lagSeconds,
      long skipped,
      long interruptions,
      long listenerFailures) {}

  /**
   * What this server does now.
   *
   * @param sockets open connections of devices
   * @param uncaughtFailures 0 in a healthy server
   */
  public record Load(
      int sockets, Queues queues, long heapBytes, long mostHeapBytes, long uncaughtFailures) {}

  /**
   * How much waits for a thread.
   *
   * @param events those of devices
   * @param passwords those to be hashed
   * @param images those to be cleaned
   */
  public record Queues(int requests, int events, int passwords, int images) {}

  /** What waits to leave all servers, by channel: mails, and notices for devices. */
  public record Outboxes(OutboxState mail, OutboxState push) {}
}
