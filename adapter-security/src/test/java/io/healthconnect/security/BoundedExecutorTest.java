package io.healthconnect.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.domain.account.Requester;
import io.healthconnect.testkit.Race;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

  /** Also where the second comes before the thread has taken the first. */
  @Test
  void servesOneWhileAsManyWaitAsTheQueueHasPlaces() {
    for (int round = 0; round < 500; round++) {
      try (BoundedExecutor executor = new BoundedExecutor("test", 2)) {
        List<Optional<Integer>> done =
            Race.of(3, i -> () -> executor.run(new Requester("requester " + i, false), () -> i));
        assertEquals(List.of(Optional.of(0), Optional.of(1), Optional.of(2)), done);
      }
    }
  }
}
