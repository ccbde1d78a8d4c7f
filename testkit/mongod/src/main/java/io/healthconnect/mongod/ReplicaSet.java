package io.healthconnect.mongod;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * A private replica set on the loopback interface, in a folder that is deleted with it. Test
 * commands and fail points are enabled; an election takes about two seconds.
 */
public final class ReplicaSet implements AutoCloseable {
  private static final String NAME = "tests";
  private static final String STOP = "stopReplProducer";
  private static final int ELECTION_MILLIS = 2_000;
  private static final int PRIMARY = 1;
  private static final int SECONDARY = 2;

  private final Path folder;
  private final List<Member> members;

  private ReplicaSet(Path folder, List<Member> members) {
    this.folder = folder;
    this.members = members;
  }

  /** Starts {@code size} members and waits until one of them is primary. */
  public static ReplicaSet start(int size) {
    return start(size, member -> member);
  }

  /** The same, with a network between all of them and their clients that can be cut. */
  public static ReplicaSet startOnLines(int size) {
    return start(size, Member::onLine);
  }

  private static ReplicaSet start(int size, UnaryOperator<Member> found) {
    ReplicaSet set = new ReplicaSet(Folders.create(), new ArrayList<>());
    try {
      for (int i = 0; i < size; i++) {
        set.members.add(found.apply(Member.start(set.folder, NAME)));
      }
      // The first member cannot initiate the set before the others listen.
      set.members.forEach(member -> member.admin(new Document("ping", 1)));
      set.members.get(0).admin(initiation(set.members));
      set.awaitPrimary();
      return set;
    } catch (RuntimeException e) {
      set.close();
      throw e;
    }
  }

  private static Document initiation(List<Member> members) {
    List<Document> addresses =
        IntStream.range(0, members.size())
            .mapToObj(i -> new Document("_id", i).append("host", members.get(i).address()))
            .toList();
    Document settings = new Document("electionTimeoutMillis", ELECTION_MILLIS);
    return new Document(
        "replSetInitiate",
        new Document("_id", NAME).append("members", addresses).append("settings", settings));
  }

  /** The URI of the whole set, without a database. */
  public String uri() {
    return members.stream()
        .map(Member::address)
        .collect(Collectors.joining(",", "mongodb://", "/?replicaSet=" + NAME));
  }

  public List<Member> members() {
    return List.copyOf(members);
  }

  /** The current primary. Waits for an election to end. */
  public Member primary() {
    String address = awaitPrimary();
    return members.stream()
        .filter(member -> member.address().equals(address))
        .findFirst()
        .orElseThrow();
  }

  /** Makes the primary step down without waiting for the others to catch up. */
  public void stepDown() {
    primary().admin(new Document("replSetStepDown", 10).append("force", true));
  }

  /**
   * Sets a fail point on the primary; {@code {mode: "off"}} disables it.
   *
   * @return how often it had been reached before
   */
  public int failPoint(String name, Document modeAndData) {
    return failPoint(primary(), name, modeAndData);
  }

  /** Like {@link #failPoint}, on every member, so that it outlasts an election. */
  public int failPointEverywhere(String name, Document modeAndData) {
    return members.stream().mapToInt(member -> failPoint(member, name, modeAndData)).sum();
  }

  private static int failPoint(Member member, String name, Document modeAndData) {
    Document command = new Document("configureFailPoint", name);
    command.putAll(modeAndData);
    return member.admin(command).getInteger("count");
  }

  /**
   * Stops replication to the other members while the primary keeps its role: no write after this
   * method returns reaches a majority.
   */
  public void stopReplication() {
    String primary = primary().address();
    for (Member member : members) {
      if (!member.address().equals(primary)) {
        int before = failPoint(member, STOP, new Document("mode", "alwaysOn"));
        member.admin(
            new Document("waitForFailPoint", STOP)
                .append("timesEntered", before + 1)
                .append("maxTimeMS", 30_000));
      }
    }
  }

  public void resumeReplication() {
    failPointEverywhere(STOP, new Document("mode", "off"));
  }

  /** Cuts a member off from all others, and not from their clients. */
  public void separate(Member alone) {
    for (Member member : members) {
      if (member != alone) {
        member.line().cut(alone.pid());
        alone.line().cut(member.pid());
      }
    }
  }

  /** Cuts a client off from all members. */
  public void cutOff(long pid) {
    members.forEach(member -> member.line().cut(pid));
  }

  /** Lets everything pass again. */
  public void mend() {
    members.forEach(member -> member.line().mend());
  }

  /**
   * Kills every change stream that is open. All members have to be there: a stream stays with the
   * member that was primary when it was opened.
   *
   * @return how many there were
   */
  public int killChangeStreams() {
    return members.stream().mapToInt(ChangeStreams::kill).sum();
  }

  /** Whether one member is primary and all others follow it. */
  public boolean isWhole() {
    List<Document> states =
        primary().admin(new Document("replSetGetStatus", 1)).getList("members", Document.class);
    return states.stream()
        .map(member -> member.getInteger("state"))
        .allMatch(state -> state == PRIMARY || state == SECONDARY);
  }

  private String awaitPrimary() {
    try (MongoClient client = MongoClients.create(uri())) {
      return client.getDatabase("admin").runCommand(new Document("hello", 1)).getString("primary");
    }
  }

  @Override
  public void close() {
    members.forEach(Member::close);
    Folders.delete(folder);
  }
}
