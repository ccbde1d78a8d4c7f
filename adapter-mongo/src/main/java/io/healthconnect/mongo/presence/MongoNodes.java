package io.healthconnect.mongo.presence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.mongo.db.DocumentFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Registry of the running nodes. Each node counts its heartbeats in its own document and reads
 * those of the others. A node that the others have removed rejoins under a new name. The leader is
 * the node with the first name: each of them knows who that is from what it reads anyway.
 */
final class MongoNodes {
  private static final long NEVER = -1;

  private final MongoCollection<Document> nodes;
  private final IdGenerator ids;
  private final NodeLeases leases = new NodeLeases();
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private volatile String name;
  private volatile boolean leader;

  MongoNodes(MongoCollection<Document> nodes, IdGenerator ids) {
    this.nodes = nodes;
    this.ids = ids;
    this.name = newName();
  }

  /** The current name of this node. */
  String name() {
    return name;
  }

  /** Whether this node has, or has had, that name. */
  boolean isThis(String other) {
    return names.contains(other);
  }

  /** Whether this is the leader, as of the last look at the others. */
  boolean isLeader() {
    return leader;
  }

  /** All names that this node has, or has had. */
  Set<String> names() {
    return Set.copyOf(names);
  }

  /**
   * Registers this node; the others watch it from now on.
   *
   * @return its name
   */
  String join() {
    beat(new UpdateOptions().upsert(true));
    return name;
  }

  /**
   * @return false if the others have removed this node; it then has a new name
   */
  boolean beat() {
    if (beat(new UpdateOptions())) {
      return true;
    }
    leader = false;
    name = newName();
    join();
    return false;
  }

  /**
   * Reads the heartbeats of the others and removes the nodes that are gone.
   *
   * @param holders the nodes that hold devices
   * @return the nodes whose devices must be removed
   */
  List<String> expired(Set<String> holders, long nowNanos) {
    Map<String, Long> beats = new HashMap<>();
    holders.forEach(node -> beats.put(node, NEVER));
    for (Document node : nodes.find()) {
      beats.put(DocumentFields.text(node, "_id"), DocumentFields.number(node, "beats"));
    }
    beats.remove(name);
    Set<String> gone = leases.look(beats, nowNanos);
    leader =
        beats.entrySet().stream()
            .filter(node -> node.getValue() != NEVER && !gone.contains(node.getKey()))
            .allMatch(node -> node.getKey().compareTo(name) > 0);
    return gone.stream().filter(node -> isRemoved(node, beats.getOrDefault(node, NEVER))).toList();
  }

  /** Removes the node unless it has sent a heartbeat since, or another node is removing it. */
  private boolean isRemoved(String node, long beats) {
    return beats == NEVER
        || nodes.deleteOne(and(eq("_id", node), eq("beats", beats))).getDeletedCount() == 1;
  }

  /**
   * Removes this node from the registry.
   *
   * @return its name
   */
  String deregister() {
    nodes.deleteOne(eq("_id", name));
    return name;
  }

  private boolean beat(UpdateOptions options) {
    Bson update = combine(inc("beats", 1L), currentDate("seenAt"));
    return nodes.updateOne(eq("_id", name), update, options).getMatchedCount() == 1;
  }

  private String newName() {
    String made = ids.next();
    names.add(made);
    return made;
  }
}
