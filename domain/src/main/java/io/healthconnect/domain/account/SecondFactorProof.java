package io.healthconnect.domain.account;

import java.util.function.Function;

/** What a person shows at a log-in beside the password. Each can be used once. */
public sealed interface SecondFactorProof {

  /**
   * The code of a step. It also uses up the codes of earlier steps.
   *
   * @param secret the secret that the code was checked with
   */
  record TimeStep(TotpSecret secret, long step) implements SecondFactorProof {
    @Override
    public <R> R fold(
        Function<? super TimeStep, ? extends R> onStep,
        Function<? super RecoveryCodeHash, ? extends R> onRecoveryCode) {
      return onStep.apply(this);
    }
  }

  /**
   * What may be a recovery code; whether it is one, the store decides.
   *
   * @param hash {@link RecoveryCode#hashOf} what was typed
   */
  record RecoveryCodeHash(String hash) implements SecondFactorProof {
    @Override
    public <R> R fold(
        Function<? super TimeStep, ? extends R> onStep,
        Function<? super RecoveryCodeHash, ? extends R> onRecoveryCode) {
      return onRecoveryCode.apply(this);
    }
  }

  /** Calls the function for this kind of proof and returns its value. */
  <R> R fold(
      Function<? super TimeStep, ? extends R> onStep,
      Function<? super RecoveryCodeHash, ? extends R> onRecoveryCode);
}
