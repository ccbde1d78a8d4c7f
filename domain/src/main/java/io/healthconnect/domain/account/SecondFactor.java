package io.healthconnect.domain.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * The authenticator app with which a person confirms log-ins. Codes of the step before and of the
 * step after are accepted too, because clocks drift; a step is used once.
 *
 * @param on whether log-ins need it; until then it waits for its first code
 * @param lastStep the newest step whose code was used; 0 for none
 */
public record SecondFactor(AccountId accountId, TotpSecret secret, boolean on, long lastStep) {
  /** How long the app shows a code. */
  public static final Duration STEP = Duration.ofSeconds(30);

  private static final int DRIFT = 1;
  private static final Pattern TIME_CODE = Pattern.compile("[0-9]{6}");

  /** A second factor that waits for its first code. */
  public static SecondFactor waiting(AccountId accountId, TotpSecret secret) {
    return new SecondFactor(accountId, secret, false, 0);
  }

  /** What the typed text may prove; empty if it is a wrong or used time code. */
  public Optional<SecondFactorProof> proof(String typed, Instant now, TimeCodes codes) {
    String code = typed.replaceAll("\\s", "");
    return TIME_CODE.matcher(code).matches()
        ? step(code, now, codes).map(step -> step)
        : Optional.of(new SecondFactorProof.RecoveryCodeHash(RecoveryCode.hashOf(code)));
  }

  /** The step whose time code was typed; empty if it is none, or was used. */
  public Optional<SecondFactorProof.TimeStep> step(String typed, Instant now, TimeCodes codes) {
    byte[] code = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
    long current = now.getEpochSecond() / STEP.toSeconds();
    return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
        .filter(step -> step > lastStep)
        .filter(
            step ->
                MessageDigest.isEqual(
                    codes.code(secret, step).getBytes(StandardCharsets.UTF_8), code))
        .mapToObj(step -> new SecondFactorProof.TimeStep(secret, step))
        .findFirst();
  }
}
