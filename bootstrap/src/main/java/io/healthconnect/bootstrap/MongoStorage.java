package io.healthconnect.bootstrap;

import io.healthconnect.application.Ports;
import io.healthconnect.application.administration.SystemReport;
import io.healthconnect.application.upkeep.UpkeepTask;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.push.VapidKeys;
import io.healthconnect.mongo.MongoNode;
import io.healthconnect.mongo.MongoStore;
import io.healthconnect.mongo.db.LocalWrites;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.SetFacts;
import io.healthconnect.signaling.product.Backplane;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores everything in a MongoDB replica set, for any number of nodes. */
final class MongoStorage implements Storage {
  private static final Duration DEAF = Duration.ofMinutes(1);

  private final MongoHandles handles;
  private final MongoStore store;
  private final MongoNode node;

  /**
   * @param sends whether this server sends notices
   */
  MongoStorage(String uri, IdGenerator ids, boolean sends) {
    this(sends ? MongoHandles.open(uri) : MongoHandles.open(uri).withoutOutbox(), ids);
  }

  /**
   * @param handles are closed with this
   */
  MongoStorage(MongoHandles handles, IdGenerator ids) {
    this.handles = handles;
    node =
        new MongoNode(
            handles,
            ids,
            DEAF,
            () -> ProcessExit.because("No change of other nodes has arrived for a minute"));
    store = new MongoStore(handles, new OwnWrites());
    try {
      node.start();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  @Override
  public Ports.Stores stores() {
    return new Ports.Stores(
        store.accounts(),
        store.administration(),
        store.emails(),
        store.preferences(),
        store.calendarLinks(),
        store.sessions(),
        store.doctors(),
        store.evidence(),
        store.patients(),
        store.appointments(),
        store.holds(),
        store.lateness(),
        store.attendances(),
        store.messages(),
        store.media(),
        store.audit(),
        store.notices(),
        store.outbox(),
        store.accountMails(),
        store.pushSubscriptions(),
        store.pushOutbox(),
        store.calls(node, InstantSource.system()),
        store.snapshots());
  }

  @Override
  public VapidKeys vapidKeys() {
    return store.vapidKeys();
  }

  @Override
  public ImageStore images() {
    return store.images();
  }

  @Override
  public Backplane backplane() {
    return new Backplane(node.presence(), node.feed(), store.typing(node), true);
  }

  @Override
  public List<UpkeepTask> tasks() {
    return List.of();
  }

  @Override
  public boolean isLeader() {
    return node.isLeader();
  }

  @Override
  public boolean isReady() {
    return store.isHealthy() && node.hasRecentHeartbeat() && node.hearsOthers();
  }

  @Override
  public <T> T withinOneDeadline(Supplier<T> work) {
    return handles.request(work);
  }

  @Override
  public String place() {
    return "MongoDB, database " + handles.database().getName() + " (shared by all nodes)";
  }

  @Override
  public StorageReport report() {
    SetFacts facts = handles.facts();
    long lag = Math.max(0, facts.newestSecond() - node.feed().settledSecond());
    return new StorageReport(
        new SystemReport.Store(
            "MongoDB " + facts.version(), facts.schema(), facts.bytes(), facts.freeBytes()),
        new SystemReport.Feed(
            facts.nodes(),
            Optional.of(lag),
            skippedChanges(),
            interruptions(),
            listenerFailures()));
  }

  @Override
  public Optional<Duration> feedSilence() {
    return Optional.of(node.feed().silence());
  }

  @Override
  public long skippedChanges() {
    return node.feed().skipped();
  }

  @Override
  public long listenerFailures() {
    return node.feed().listenerFailures();
  }

  @Override
  public long interruptions() {
    return node.feed().interruptions();
  }

  @Override
  public void close() {
    node.close();
    handles.close();
  }

  /** Tells what this server caches of its own writes; sockets hear of some of them again. */
  private final class OwnWrites implements LocalWrites {
    @Override
    public void doctorChanged(DoctorId doctor) {
      node.feed().publish(new Change.DoctorChanged(doctor));
    }

    @Override
    public void sessionsEnded(Change.SessionsEnded ended) {
      node.feed().publish(ended);
    }
  }
}
