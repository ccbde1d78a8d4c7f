package io.healthconnect.domain.call;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;

/**
 * What a ringing device shows about the caller, as it was when the call began. It travels with the
 * call, so that nothing has to be looked up when it rings.
 */
public record CallerCard(PersonName name, Optional<MediaId> avatar, Role role) {

  public static CallerCard of(Account caller) {
    return new CallerCard(caller.name(), caller.avatar(), caller.role());
  }
}
