package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.signaling.product.ProductSockets;
import java.time.Clock;
import java.util.Optional;

/** What is kept, where, and how news of it reach this server. */
interface Storage extends AutoCloseable {

  /** The store that the settings ask for. */
  static Storage open(Settings settings, Clock clock, IdGenerator ids) {
    Optional<String> uri = settings.get(ServerSettings.MONGODB_URI);
    return uri.isPresent() ? new MongoStorage(uri.get(), ids) : new SqliteStorage(settings, clock);
  }

  Ports.Stores stores();

  /** Where the bytes of images are kept. */
  ImageStore images();

  /** What joins the sockets of this server to what is stored. */
  ProductSockets.News news();

  /** Whether the store answers now. */
  boolean isReady();

  /** What an operator is told about the place. */
  String place();

  /** How many changes of others could not be read; 0 where there are no others. */
  long skippedChanges();

  /** How often changes of others were missed, so that all connections had to start anew. */
  long interruptions();

  @Override
  void close();
}
