package io.healthconnect.mongo.presence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.DeleteOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import com.mongodb.client.result.UpdateResult;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.domain.presence.Presence;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.PresenceView.Holder;
import io.healthconnect.mongo.schema.CollectionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presence across all nodes. Answers come from what the change stream has reported; only a negative
 * answer is checked against the store, because it may just have changed.
 */
public final class MongoPresence implements Presence, DevicePlaces {
  private static final Logger LOG = LoggerFactory.getLogger(MongoPresence.class);

  private static final DeleteOptions BY_ID = new DeleteOptions().hint(new Document("_id", 1));

  private final MongoHandles handles;
  private final MongoCollection<Document> devices;
  private final MongoNodes nodes;
  private final PresenceView everywhere = new PresenceView();
  private final PresenceView here = new PresenceView();

  /** The names of this node by which its change stream selects what is sent to its devices. */
  private volatile Set<String> followed = Set.of();

  /** How many arrivals at this node the change stream has not reported yet, by device. */
  private final Map<DeviceId, Integer> unreported = new ConcurrentHashMap<>();

  /**
   * Whether the store may still hold devices that are gone from here. Which ones they are is found
   * out there: a list of them would grow for as long as the store is away.
   */
  private final AtomicBoolean leftovers = new AtomicBoolean();

  public MongoPresence(MongoHandles handles, IdGenerator ids) {
    this.handles = handles;
    this.devices = handles.collection(CollectionName.DEVICES);
    this.nodes = new MongoNodes(handles.collection(CollectionName.NODES), ids);
  }

  /** Registers this node with the others; {@link #heartbeat} must then run about twice a second. */
  public void join() {
    handles.run(nodes::join);
  }

  @Override
  public void arrive(AccountId account, DeviceId device) {
    Holder holder = new Holder(account, nodes.name());
    here.arrived(device, holder);
    unreported.merge(device, 1, Integer::sum);
    Document document = PresenceDocuments.write(device, holder);
    try {
      ReplaceOptions upsert = new ReplaceOptions().upsert(true);
      UpdateResult written =
          handles.run(() -> devices.replaceOne(eq("_id", device.value()), document, upsert));
      if (written.getModifiedCount() == 0 && written.getUpsertedId() == null) {
        reported(device);
      }
    } catch (StoreUnavailableException e) {
      reported(device);
      leave(account, device);
      throw e;
    }
  }

  private void reported(DeviceId device) {
    unreported.computeIfPresent(device, (id, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public void leave(AccountId account, DeviceId device) {
    if (here.holder(device).isPresent()) {
      here.left(device);
      try {
        handles.run(() -> devices.deleteOne(ours(device), BY_ID));
      } catch (StoreUnavailableException e) {
        LOG.info("A device that is gone could not be removed yet");
        leftovers.set(true);
      }
    }
  }

  /** The document tells the others before it is removed. */
  @Override
  public void leaveForGood(AccountId account, DeviceId device) {
    Bson ours = ours(device);
    Document last = PresenceDocuments.writeLast(device, new Holder(account, nodes.name()));
    try {
      handles.run(() -> devices.replaceOne(ours, last));
    } catch (StoreUnavailableException e) {
      LOG.info("The other nodes do not know yet that a device left for good");
    }
    leave(account, device);
  }

  @Override
  public boolean isOnline(AccountId account) {
    return knownOnline(account) || isStored(eq("accountId", account.value()));
  }

  @Override
  public Set<AccountId> online(Set<AccountId> accounts) {
    return accounts.stream().filter(this::knownOnline).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean isConnected(DeviceId device) {
    if (here.holder(device).isPresent()) {
      return true;
    }
    return everywhere
        .holder(device)
        .map(holder -> !nodes.isThis(holder.node()))
        .orElseGet(() -> isStored(eq("_id", device.value())));
  }

  @Override
  public Optional<Set<AccountId>> departures() {
    return everywhere.departures();
  }

  /** All names that this node has, or has had. */
  public Set<String> names() {
    return nodes.names();
  }

  /** The change stream has been opened with these names, before anything was sent to a new one. */
  public void follows(Set<String> names) {
    followed = names;
  }

  /**
   * The count changes with each call, so that a primary which has been deposed cannot confirm it.
   */
  @Override
  public Optional<String> here(DeviceId device) {
    String name = nodes.name();
    boolean held = here.holder(device).filter(holder -> holder.node().equals(name)).isPresent();
    if (!held || !followed.contains(name)) {
      return Optional.empty();
    }
    Bson connected = and(eq("_id", device.value()), eq("nodeId", name));
    return handles.run(() -> devices.updateOne(connected, inc("calls", 1L))).getMatchedCount() == 1
        ? Optional.of(name)
        : Optional.empty();
  }

  @Override
  public boolean isThis(String place) {
    return followed.contains(place);
  }

  @Override
  public Set<String> of(AccountId account) {
    return everywhere.nodes(account);
  }

  /** As of the last heartbeat; of several nodes at most for a moment more than one. */
  public boolean isLeader() {
    return nodes.isLeader();
  }

  private boolean isStored(Bson which) {
    return handles.run(() -> Optional.ofNullable(devices.find(which).first())).isPresent();
  }

  private boolean knownOnline(AccountId account) {
    return everywhere.isOnline(account) || here.isOnline(account);
  }

  /**
   * Sends a heartbeat and removes nodes that have stopped sending theirs.
   *
   * @return false if others have removed this node, so that its connections must start anew
   */
  public boolean heartbeat(long nowNanos) {
    boolean known = handles.run(nodes::beat);
    removeLeftovers();
    handles.run(() -> nodes.expired(everywhere.nodes(), nowNanos)).forEach(node -> release(node));
    return known;
  }

  /** Tells the others at once that this node and its devices are gone. */
  public void deregister() {
    release(nodes.name());
    handles.run(nodes::deregister);
  }

  /** The changes that an event of the collection of devices describes. */
  public List<Change> changes(ChangeStreamDocument<Document> event) {
    if (event.getOperationType() == OperationType.DELETE) {
      BsonDocument key = Objects.requireNonNull(event.getDocumentKey());
      return everywhere.left(new DeviceId(key.getString("_id").getValue()));
    }
    Document document = Objects.requireNonNull(event.getFullDocument());
    DeviceId device = PresenceDocuments.device(document);
    Holder holder = PresenceDocuments.holder(document);
    if (PresenceDocuments.isLast(document)) {
      return List.of(new Change.DeviceLeft(holder.account(), device, true));
    }
    List<Change> changes = new ArrayList<>(everywhere.arrived(device, holder));
    if (nodes.isThis(holder.node())) {
      reported(device);
    } else if (here.holder(device).isPresent() && !unreported.containsKey(device)) {
      // Otherwise it has come here from there since.
      changes.add(new Change.DeviceMoved(holder.account(), device));
    }
    return changes;
  }

  /** Reads all devices again and returns the resulting changes of presence. */
  public List<Change> reload() {
    unreported.clear();
    Map<DeviceId, Holder> now = new HashMap<>();
    for (Document each : handles.run(() -> devices.find().into(new ArrayList<>()))) {
      now.put(PresenceDocuments.device(each), PresenceDocuments.holder(each));
    }
    return everywhere.replace(now);
  }

  private void release(String node) {
    handles.run(() -> devices.deleteMany(eq("nodeId", node)));
  }

  /** Another node may have taken the device over. */
  private Bson ours(DeviceId device) {
    return and(eq("_id", device.value()), in("nodeId", nodes.names()));
  }

  /** Tries again with the next heartbeat when the store cannot be reached. */
  private void removeLeftovers() {
    if (!leftovers.getAndSet(false)) {
      return;
    }
    Bson ofThisNode = eq("nodeId", nodes.name());
    try {
      for (Document each : handles.run(() -> devices.find(ofThisNode).into(new ArrayList<>()))) {
        DeviceId device = PresenceDocuments.device(each);
        // A device that arrives is known here before the store knows it.
        if (here.holder(device).isEmpty()) {
          handles.run(() -> devices.deleteOne(ours(device), BY_ID));
        }
      }
    } catch (StoreUnavailableException e) {
      leftovers.set(true);
    }
  }
}
