package io.healthconnect.system;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.Map;
import java.util.TreeMap;

/** Counts the commands that a server sends to MongoDB, each of which is a round trip. */
final class CountedCommands implements CommandListener {
  private final Map<String, Integer> counts = new TreeMap<>();

  @Override
  public void commandStarted(CommandStartedEvent event) {
    String name = event.getCommandName();
    String what =
        event.getCommand().get(name).isString()
            ? name + " " + event.getCommand().getString(name).getValue()
            : name;
    // The change stream's.
    if (!name.equals("getMore")) {
      synchronized (this) {
        counts.merge(what, 1, Integer::sum);
      }
    }
  }

  /** The counts since the last time that they were taken. */
  synchronized Map<String, Integer> take() {
    Map<String, Integer> taken = Map.copyOf(counts);
    counts.clear();
    return taken;
  }
}
