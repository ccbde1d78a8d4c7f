package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.presence.DeviceId;
import java.util.Optional;

/**
 * Who sends a signal, and for which call.
 *
 * @param account the sender, taken from the verified session
 * @param device the connection that the signal came from
 * @param to the other person in the call
 * @param callId the call; empty means the live call of the two
 */
public record CallParty(
    AccountId account, DeviceId device, AccountId to, Optional<CallId> callId) {}
