package io.healthconnect.signaling.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.signaling.sending.CloseCode;
import io.healthconnect.signaling.sending.OutgoingEvent;
import io.healthconnect.signaling.sending.Stamp;
import io.healthconnect.testkit.Interleavings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SocketRegistryTest {
  private static final int PER_ACCOUNT = 2;

  /** A socket of one account that records how it is closed. */
  private record Socket(String id, List<CloseCode> closed) implements ClientSocket {
    private Socket(String id) {
      this(id, Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public String accountId() {
      return "ann";
    }

    @Override
    public String sessionId() {
      return "session-ann";
    }

    @Override
    public boolean isRecoverable() {
      return false;
    }

    @Override
    public void emit(OutgoingEvent event) {}

    @Override
    public void emit(Stamp stamp, OutgoingEvent event) {}

    @Override
    public void emitVolatile(OutgoingEvent event) {}

    @Override
    public void close(CloseCode code) {
      closed.add(code);
    }
  }

  /** A registry and the sockets that come and go. */
  private static final class World {
    private final SocketRegistry registry = new SocketRegistry(PER_ACCOUNT);
    private final List<Socket> sockets = List.of(new Socket("a"), new Socket("b"), new Socket("c"));

    private List<String> add(int socket) {
      registry.add(sockets.get(socket));
      return List.of();
    }

    private List<String> remove(int socket) {
      registry.remove(sockets.get(socket));
      return List.of();
    }

    private List<String> open() {
      return registry.ofAccount("ann").stream().map(ClientSocket::id).toList();
    }
  }

  @Test
  void closesTheOldestOverTheLimit() {
    World world = new World();
    for (int i = 0; i < 3; i++) {
      world.add(i);
    }
    assertEquals(List.of("b", "c"), world.open());
    assertEquals(List.of(CloseCode.REPLACED), world.sockets.get(0).closed());
    world.remove(1);
    world.remove(2);
    assertEquals(List.of(), world.open());
    assertEquals(List.of(), List.copyOf(world.registry.accounts()));
  }

  /** */
  @Test
  void x06SocketsThatComeAndGoAtOnceDoSoInSomeOrder() {
    List<Function<? super World, ?>> calls =
        List.of(
            world -> world.add(0),
            world -> world.add(1),
            world -> world.add(2),
            world -> world.remove(0),
            world -> world.remove(1),
            World::open,
            World::open,
            world -> List.copyOf(world.registry.accounts()));
    Interleavings.<World>of(World::new, calls).check(10_000, 6);
  }
}
