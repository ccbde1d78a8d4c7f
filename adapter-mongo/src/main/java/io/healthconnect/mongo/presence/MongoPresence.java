package io.healthconnect.mongo.presence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.OperationType;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.DeviceId;
import io.healthconnect.domain.call.Presence;
import io.healthconnect.domain.change.Change;
import io.healthconnect.mongo.db.CollectionName;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.PresenceView.Holder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Presence over all nodes. Questions are answered from what the change stream has told; only what
 * would be a no is asked again of the store, because it may just have become a yes.
 */
public final class MongoPresence implements Presence {
  private static final Logger LOG = LoggerFactory.getLogger(MongoPresence.class);

  private final MongoHandles handles;
  private final MongoCollection<Document> devices;
  private final MongoNodes nodes;
  private final PresenceView everywhere = new PresenceView();
  private final PresenceView here = new PresenceView();

  /** Devices that are gone from here, but perhaps not yet from the store. */
  private final Set<DeviceId> leaving = ConcurrentHashMap.newKeySet();

  public MongoPresence(MongoHandles handles, IdGenerator ids) {
    this.handles = handles;
    this.devices = handles.collection(CollectionName.DEVICES);
    this.nodes = new MongoNodes(handles.collection(CollectionName.NODES), ids);
  }

  /** From now on other nodes watch this one; {@link #tend} must follow about twice a second. */
  public void join() {
    handles.run(nodes::join);
  }

  @Override
  public void arrive(AccountId account, DeviceId device) {
    Holder holder = new Holder(account, nodes.name());
    here.arrived(device, holder);
    Document document = PresenceDocuments.write(device, holder);
    try {
      ReplaceOptions upsert = new ReplaceOptions().upsert(true);
      handles.run(() -> devices.replaceOne(eq("_id", device.value()), document, upsert));
    } catch (StoreUnavailableException e) {
      leave(account, device);
      throw e;
    }
  }

  @Override
  public void leave(AccountId account, DeviceId device) {
    if (here.holder(device).isPresent()) {
      here.left(device);
      leaving.add(device);
      forget(device);
    }
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

  private boolean isStored(Bson which) {
    return handles.run(() -> Optional.ofNullable(devices.find(which).first())).isPresent();
  }

  private boolean knownOnline(AccountId account) {
    return everywhere.isOnline(account) || here.isOnline(account);
  }

  /**
   * Shows that this node lives, and gives up nodes that no longer do.
   *
   * @return false if others have given this node up, so that its connections must start anew
   */
  public boolean tend(long nowNanos) {
    boolean known = handles.run(nodes::beat);
    leaving.forEach(this::forget);
    handles.run(() -> nodes.lapsed(everywhere.nodes(), nowNanos)).forEach(node -> release(node));
    return known;
  }

  /** Tells the others at once that this node and its devices are gone. */
  public void resign() {
    release(nodes.name());
    handles.run(nodes::resign);
  }

  /** What an event of the devices' collection means. */
  public List<Change> changes(ChangeStreamDocument<Document> event) {
    if (event.getOperationType() == OperationType.DELETE) {
      BsonDocument key = Objects.requireNonNull(event.getDocumentKey());
      return everywhere.left(new DeviceId(key.getString("_id").getValue()));
    }
    Document document = Objects.requireNonNull(event.getFullDocument());
    return everywhere.arrived(
        PresenceDocuments.device(document), PresenceDocuments.holder(document));
  }

  /** Reads all devices anew; returns who has come or gone by that. */
  public List<Change> reload() {
    Map<DeviceId, Holder> now = new HashMap<>();
    for (Document each : handles.run(() -> devices.find().into(new ArrayList<>()))) {
      now.put(PresenceDocuments.device(each), PresenceDocuments.holder(each));
    }
    return everywhere.replace(now);
  }

  private void release(String node) {
    handles.run(() -> devices.deleteMany(eq("nodeId", node)));
  }

  /** Tries again later when the store cannot be reached. */
  private void forget(DeviceId device) {
    try {
      handles.run(() -> devices.deleteOne(eq("_id", device.value())));
      leaving.remove(device);
    } catch (StoreUnavailableException e) {
      LOG.info("A device that is gone could not be removed yet");
    }
  }
}
