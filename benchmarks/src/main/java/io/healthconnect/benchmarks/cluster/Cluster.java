package io.healthconnect.benchmarks.cluster;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.MongoSettings;
import io.healthconnect.mongod.ReplicaSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Equal nodes, two if nothing else is said, and a replica set of three members, each a process on
 * the loopback interface.
 */
public final class Cluster implements AutoCloseable {
  public static final String DATABASE = "health-connect";

  private static final int MEMBERS = 3;
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  private final ReplicaSet store;
  private final List<Node> nodes = new ArrayList<>();

  private Cluster(ReplicaSet store) {
    this.store = store;
  }

  /**
   * Starts everything and waits until both nodes are ready.
   *
   * @param work receives a folder for each node, with its log
   */
  public static Cluster start(Path work, Path jar) throws IOException {
    return start(work, jar, jar);
  }

  /** The same with two jars, which may be of different releases. */
  public static Cluster start(Path work, Path first, Path second) throws IOException {
    return start(ReplicaSet.start(MEMBERS), work, List.of(first, second));
  }

  /**
   * The same with up to four nodes.
   *
   * @throws IndexOutOfBoundsException if there are more
   */
  static Cluster start(Path work, Path jar, int nodes) throws IOException {
    return start(ReplicaSet.start(MEMBERS), work, Collections.nCopies(nodes, jar));
  }

  /** Two nodes, with a network that can be cut between the members, and in front of them. */
  public static Cluster startOnLines(Path work, Path jar) throws IOException {
    return start(ReplicaSet.startOnLines(MEMBERS), work, List.of(jar, jar));
  }

  /**
   * @param jars one for each node
   */
  private static Cluster start(ReplicaSet store, Path work, List<Path> jars) throws IOException {
    Cluster cluster = new Cluster(store);
    try {
      Map<String, String> settings = MongoSettings.of(cluster.store, DATABASE);
      for (int i = 0; i < jars.size(); i++) {
        Path folder = Files.createDirectories(work.resolve("node-" + NAMES.get(i)));
        cluster.nodes.add(Node.start(HealthConnectServer.in(folder, jars.get(i)).with(settings)));
      }
      for (Node node : cluster.nodes) {
        node.awaitReady();
      }
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  public ReplicaSet store() {
    return store;
  }

  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** The APIs of the nodes, in the order of {@link #nodes}. */
  public List<Api> apis() {
    return nodes.stream().map(Node::api).toList();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    store.close();
  }
}
