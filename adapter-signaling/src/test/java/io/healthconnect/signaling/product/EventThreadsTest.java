package io.healthconnect.signaling.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.rig.ManualTimers;
import io.healthconnect.signaling.rig.ProductWorld;
import io.healthconnect.signaling.session.SocketRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events are handled on the thread that reads from the sockets, which must not wait. */
class EventThreadsTest {
  private final ProductWorld world = new ProductWorld();

  private List<String> handledThere(boolean shared) {
    Backplane own = world.backplane();
    ProductSignaling product =
        ProductSignaling.create(
            world.health,
            new Backplane(own.presence(), own.feed(), own.typing(), shared),
            new SocketRegistry(8),
            new ManualTimers(),
            Runnable::run,
            new ProductLimits(100, 10, 3, 32 * 1024, 1024));
    return product.events().stream().filter(name -> !product.listener().mayBlock(name)).toList();
  }

  @Test
  void onlyCandidatesOfCallsThatAreKeptInMemory() {
    assertEquals(List.of("ice-candidate"), handledThere(false));
  }

  /** Every step of a call in a shared store is a write. */
  @Test
  void noneWhereCallsAreInASharedStore() {
    assertEquals(List.of(), handledThere(true));
  }
}
