package io.healthconnect.signaling.product;

import io.healthconnect.application.account.Authenticate;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.edge.cookie.SessionCookieNames;
import io.healthconnect.signaling.session.Admission;
import io.healthconnect.signaling.session.ClientSocket;
import io.healthconnect.signaling.session.Handshake;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the session that a client's token or cookie names. Reads the store. */
final class SocketAuthenticator {
  private final Authenticate authenticate;

  SocketAuthenticator(Authenticate authenticate) {
    this.authenticate = authenticate;
  }

  /**
   * @param authToken the token in the CONNECT packet, which takes precedence over cookies; of
   *     several cookies the first valid one counts
   */
  Admission admit(Handshake handshake, @Nullable String authToken) {
    Stream<String> tokens =
        authToken != null
            ? Stream.of(authToken)
            : SessionCookieNames.ALL.stream().flatMap(name -> handshake.cookies(name).stream());
    try {
      return tokens
          .map(authenticate::authenticate)
          .flatMap(Optional::stream)
          .findFirst()
          .<Admission>map(
              found -> new Admission.Admitted(found.id().value(), found.sessionId().value()))
          .orElseGet(Admission.Refused::new);
    } catch (StoreUnavailableException unavailable) {
      return new Admission.Unknown();
    }
  }

  /** The session of a connected socket, if it is still valid. */
  Optional<HeldSession> session(ClientSocket socket) {
    return authenticate.hold(new AccountId(socket.accountId()), new SessionId(socket.sessionId()));
  }
}
