package io.healthconnect.domain;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.Password;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.appointment.IdempotencyKey;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.patient.PhoneNumbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** H-10: no validator takes long for any text, whatever it contains. */
class HostileInputTest {
  private static final int LENGTH = 100_000;
  private static final Duration MOST = Duration.ofMillis(50);

  /** Only the fastest of several runs counts, so that a busy machine does no harm. */
  private static final int RUNS = 50;

  private static final Map<String, Consumer<String>> VALIDATORS =
      Map.of(
          "name", PersonName::new,
          "reason", text -> Text.line("reason", text, 500),
          "notes",
              text -> Text.block("notes", text.substring(0, Math.min(text.length(), 17_000)), 8000),
          "message", text -> Draft.normalise(Optional.of(text)),
          "e-mail", Email::parse,
          "password", Password::new,
          "telephone", text -> PhoneNumbers.check("contactNumber", text),
          "identifier", text -> Identifiers.check("id", text),
          "client id", ClientId::new,
          "idempotency key", text -> new IdempotencyKey(text, "", Instant.EPOCH));

  private static List<String> texts() {
    return List.of(
        "a".repeat(LENGTH),
        " ".repeat(LENGTH) + "!",
        "a ".repeat(LENGTH / 2),
        "\t\n".repeat(LENGTH / 2) + "\u0000",
        "e\u0301".repeat(LENGTH / 2),
        "\u0301".repeat(LENGTH),
        "a" + "\u0316\u0301".repeat(LENGTH / 2),
        "\u200D".repeat(LENGTH) + "a",
        "a" + "\u200D".repeat(LENGTH),
        "\u0915\u094D\u200D".repeat(LENGTH / 3),
        "\uFDFA".repeat(LENGTH),
        "\u3164".repeat(LENGTH),
        "@".repeat(LENGTH),
        "a@" + "a.".repeat(LENGTH / 2),
        "a@xn--" + "9".repeat(LENGTH),
        "1".repeat(LENGTH) + "x",
        "1 ext. ".repeat(LENGTH / 7),
        "\uD83D\uDE00".repeat(LENGTH / 2));
  }

  private static long best(Consumer<String> validator, String text) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS && best > MOST.toNanos(); run++) {
      long start = System.nanoTime();
      try {
        validator.accept(text);
      } catch (InvalidValueException refused) {
        // A refusal must be as quick as an acceptance.
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void h10EveryValidatorIsQuick() {
    VALIDATORS.forEach(
        (name, validator) ->
            texts()
                .forEach(
                    text -> {
                      long nanos = best(validator, text);
                      assertTrue(
                          nanos <= MOST.toNanos(),
                          () ->
                              name
                                  + " took "
                                  + nanos / 1_000_000
                                  + " ms for "
                                  + text.substring(0, 5));
                    }));
  }

  /** Longer texts cannot occur here: a request URL has at most 4 KiB. */
  @Test
  void h10SearchWordsAreQuick() {
    for (String text : texts()) {
      String query = text.substring(0, 4096);
      assertTrue(best(SearchWords::of, query) <= MOST.toNanos(), () -> query.substring(0, 5));
      assertTrue(best(SearchWords::stored, query) <= MOST.toNanos(), () -> query.substring(0, 5));
    }
  }
}
