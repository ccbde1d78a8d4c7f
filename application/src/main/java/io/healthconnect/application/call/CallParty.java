package io.healthconnect.application.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.DeviceId;
import java.util.Optional;

/**
 * Who sends a signal, and about which call.
 *
 * @param account the sender, taken from the checked session
 * @param device the connection on which it came
 * @param to the other person of the call
 * @param callId the call; empty means the live call of the two
 */
public record CallParty(
    AccountId account, DeviceId device, AccountId to, Optional<CallId> callId) {}
