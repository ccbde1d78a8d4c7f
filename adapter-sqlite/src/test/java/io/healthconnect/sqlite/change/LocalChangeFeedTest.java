package io.healthconnect.sqlite.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.change.Change;
import io.healthconnect.testkit.RecordedChanges;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LocalChangeFeedTest {
  /** The change is stored, so neither the writer nor other listeners may be affected. */
  @Test
  void aListenerThatThrowsIsCountedAndTheOthersHearTheChange() {
    LocalChangeFeed feed = new LocalChangeFeed();
    feed.subscribe(
        change -> {
          throw new IllegalStateException("a bug");
        });
    feed.subscribe(
        change -> {
          throw new AssertionError("a worse one");
        });
    RecordedChanges heard = RecordedChanges.from(feed);

    feed.publish(new Change.Interrupted());

    assertEquals(List.of(new Change.Interrupted()), heard.all());
    assertEquals(2, feed.listenerFailures());
  }
}
