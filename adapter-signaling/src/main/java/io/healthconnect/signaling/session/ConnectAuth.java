package io.healthconnect.signaling.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.healthconnect.signaling.sending.Offset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client says in its CONNECT.
 *
 * @param recovery whether it wants to be able to recover its connection
 * @param former the connection that it wants to recover now
 */
record ConnectAuth(Optional<String> token, boolean recovery, Optional<Former> former) {

  /** A connection that was lost, and how far it had come. */
  record Former(String pid, Offset offset) {}

  static ConnectAuth parse(@Nullable ObjectNode auth) {
    if (auth == null) {
      return new ConnectAuth(Optional.empty(), false, Optional.empty());
    }
    boolean recovery = auth.path("recovery").isBoolean() && auth.path("recovery").booleanValue();
    Optional<Former> former =
        text(auth, "offset")
            .flatMap(Offset::parse)
            .flatMap(offset -> text(auth, "pid").map(pid -> new Former(pid, offset)));
    return new ConnectAuth(text(auth, "token"), recovery, recovery ? former : Optional.empty());
  }

  private static Optional<String> text(ObjectNode auth, String name) {
    return Optional.ofNullable(auth.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
  }
}
