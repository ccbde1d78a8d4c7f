package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.signaling.product.Backplane;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The store of this server, and the way in which its changes reach this server. */
interface Storage extends RequestDeadline, AutoCloseable {
  /** Opens a store. */
  @FunctionalInterface
  interface Opening {
    Storage open(Settings settings, Clock clock, IdGenerator ids);
  }

  /** Opens the store that the settings select. */
  static Storage open(Settings settings, Clock clock, IdGenerator ids) {
    Optional<String> uri = settings.get(ServerSettings.MONGODB_URI);
    return uri.isPresent()
        ? new MongoStorage(uri.get(), ids, Mailing.isSet(settings))
        : new SqliteStorage(settings, clock);
  }

  Ports.Stores stores();

  /** Where the key pair of Web Push is kept. */
  VapidKeys vapidKeys();

  /** The store for the bytes of images. */
  ImageStore images();

  /** Connects the sockets of this server to the store. */
  Backplane backplane();

  /** What must run regularly for this store, beside what every store needs. */
  List<UpkeepTask> tasks();

  /** Whether this server runs the tasks that one of the servers of a store has to run. */
  boolean isLeader();

  /** Whether the store can be read and written now. */
  boolean isReady();

  /** Describes the place, for operators. */
  String place();

  /** Describes the store, for operators. */
  StorageReport report();

  /** How long the stream of changes by other nodes has been silent; empty if there are none. */
  Optional<Duration> feedSilence();

  /** How many changes by other nodes could not be read; 0 if there are no other nodes. */
  long skippedChanges();

  /** How often a listener has failed on a change; always 0 in a healthy server. */
  long listenerFailures();

  /** How often changes by other nodes were missed, so that all connections had to reconnect. */
  long interruptions();

  @Override
  void close();
}
