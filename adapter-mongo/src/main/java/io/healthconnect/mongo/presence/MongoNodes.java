package io.healthconnect.mongo.presence;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.mongo.db.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The nodes that are up. Each counts its heartbeats in a document of its own, and looks at the
 * others'. A node that was given up by the others comes back under a new name.
 */
final class MongoNodes {
  private static final long NEVER = -1;

  private final MongoCollection<Document> nodes;
  private final IdGenerator ids;
  private final NodeLeases leases = new NodeLeases();
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private volatile String name;

  MongoNodes(MongoCollection<Document> nodes, IdGenerator ids) {
    this.nodes = nodes;
    this.ids = ids;
    this.name = newName();
  }

  /** The name under which this node is known now. */
  String name() {
    return name;
  }

  /** Whether this node has, or has had, that name. */
  boolean isThis(String other) {
    return names.contains(other);
  }

  /**
   * From now on the others watch this node.
   *
   * @return its name
   */
  String join() {
    beat(new UpdateOptions().upsert(true));
    return name;
  }

  /**
   * @return false if the others have given this node up; it has a new name then
   */
  boolean beat() {
    if (beat(new UpdateOptions())) {
      return true;
    }
    name = newName();
    join();
    return false;
  }

  /**
   * Looks at the others, and strikes those off that are gone.
   *
   * @param holders the nodes that hold devices
   * @return the nodes whose devices are to be let go
   */
  List<String> lapsed(Set<String> holders, long nowNanos) {
    Map<String, Long> beats = new HashMap<>();
    holders.forEach(node -> beats.put(node, NEVER));
    for (Document node : nodes.find()) {
      beats.put(Stored.text(node, "_id"), Stored.number(node, "beats"));
    }
    beats.remove(name);
    return leases.look(beats, nowNanos).stream()
        .filter(node -> isStruckOff(node, beats.getOrDefault(node, NEVER)))
        .toList();
  }

  /** Not so if it has beaten since, or if another node is at it. */
  private boolean isStruckOff(String node, long beats) {
    return beats == NEVER
        || nodes.deleteOne(and(eq("_id", node), eq("beats", beats))).getDeletedCount() == 1;
  }

  /**
   * The last thing that this node does.
   *
   * @return its name
   */
  String resign() {
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
