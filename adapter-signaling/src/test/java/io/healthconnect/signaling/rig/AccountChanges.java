package io.healthconnect.signaling.rig;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ClientSoftware;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Erasure;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.audit.AuditEvent;
import io.healthconnect.testkit.account.Accounts;
import io.healthconnect.testkit.account.PlainTokens;
import java.time.Duration;
import java.util.Optional;

/** What happens to the accounts of a world besides what people do themselves. */
public final class AccountChanges {
  private final ProductWorld world;

  public AccountChanges(ProductWorld world) {
    this.world = world;
  }

  /** Adds an admin, who has signed in. */
  public Actor signUpAdmin() {
    Account admin = Accounts.admin(world.ids.next());
    AuditEvent event = AuditEvent.of(AuditAction.ADMIN_CREATED, world.clock.instant());
    world.store.administration().addAdmin(admin, Accounts.HASH, event);
    return world.actor(token(admin.id(), Duration.ofDays(1)));
  }

  /** The token of one more session of that account. */
  public String token(AccountId id, Duration life) {
    Session session =
        new Session(
            new SessionId(world.ids.next()),
            id,
            world.clock.instant(),
            world.clock.instant().plus(life),
            ClientSoftware.UNKNOWN);
    world.store.sessions().open(session, world.store.accounts().credentials(id).orElseThrow());
    return new PlainTokens().issue(session, world.store.accounts().find(id).orElseThrow().role());
  }

  /** What an admin decides about somebody. */
  public void decide(AccountId about, Decision decision) {
    world.store.administration().decide(about, decision, Accounts.decided(about, decision));
  }

  public void erase(AccountId id) {
    AuditEvent event = AuditEvent.of(AuditAction.ACCOUNT_ERASED, world.clock.instant()).about(id);
    world.store.administration().erase(new Erasure(id, Optional.empty(), event));
  }
}
