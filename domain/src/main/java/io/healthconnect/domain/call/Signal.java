package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import java.util.Optional;

/**
 * Something that the server tells a person's devices about a call. The owner of this file may
 * extend it.
 */
public record Signal(AccountId to, Optional<DeviceId> device, CallId callId) {}
