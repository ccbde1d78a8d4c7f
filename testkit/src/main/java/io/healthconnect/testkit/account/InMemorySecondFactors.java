package io.healthconnect.testkit.account;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.SecondFactorProof;
import io.healthconnect.domain.account.SecondFactorProof.TimeStep;
import io.healthconnect.domain.account.SessionId;
import io.healthconnect.domain.account.TotpSecret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Second factors in memory, under the lock of the accounts. */
final class InMemorySecondFactors {
  private final Map<AccountId, SecondFactor> factors = new HashMap<>();
  private final Map<AccountId, Set<String>> recoveryHashes = new HashMap<>();
  private final Map<AccountId, Account> accounts;
  private final InMemorySessionRepository sessions;

  /**
   * @param accounts hold whether a second factor is on
   */
  InMemorySecondFactors(Map<AccountId, Account> accounts, InMemorySessionRepository sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  Optional<SecondFactor> find(AccountId id) {
    return Optional.ofNullable(factors.get(id));
  }

  boolean begin(AccountId id, TotpSecret secret) {
    boolean off = accounts.containsKey(id) && find(id).filter(SecondFactor::on).isEmpty();
    if (off) {
      factors.put(id, SecondFactor.waiting(id, secret));
    }
    return off;
  }

  boolean waits(AccountId id, TimeStep first) {
    return find(id).equals(Optional.of(SecondFactor.waiting(id, first.secret())));
  }

  /** Turns on one that waits. */
  void turnOn(AccountId id, TimeStep first, Set<String> hashes, SessionId keep) {
    factors.put(id, new SecondFactor(id, first.secret(), true, first.step()));
    recoveryHashes.put(id, new HashSet<>(hashes));
    accounts.computeIfPresent(id, (same, account) -> account.withSecondFactor(true));
    sessions.revokeAll(id, Optional.of(keep));
  }

  boolean use(AccountId id, SecondFactorProof proof) {
    return proof.<Boolean>fold(
        time -> use(id, time),
        code -> recoveryHashes.getOrDefault(id, new HashSet<>()).remove(code.hash()));
  }

  private boolean use(AccountId id, TimeStep proof) {
    boolean unused =
        find(id)
            .filter(factor -> factor.secret().equals(proof.secret()))
            .filter(factor -> factor.lastStep() < proof.step())
            .isPresent();
    if (unused) {
      factors.put(id, new SecondFactor(id, proof.secret(), true, proof.step()));
    }
    return unused;
  }

  void remove(AccountId id) {
    factors.remove(id);
    recoveryHashes.remove(id);
    accounts.computeIfPresent(id, (same, account) -> account.withSecondFactor(false));
  }
}
