package io.healthconnect.signaling.product;

import io.github.bucket4j.Bucket;
import io.healthconnect.application.account.HeldSession;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.signaling.session.ClientSocket;

/**
 * A connected socket, its account and session, and the log of its refused events.
 *
 * @param rate limits the events of the account, shared by its sockets
 */
record ConnectedClient(
    AccountId account,
    ClientSocket socket,
    HeldSession session,
    RefusedEventLog refusals,
    Bucket rate) {}
