package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.ProblemException;
import io.healthconnect.testkit.SettableClock;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** U-06: places for uploads are shared out among people. */
class UploadLimiterTest {
  private final UploadLimiter limiter =
      new UploadLimiter(
          new ImageLimits.Builder().atOnce(8).build(), SettableClock.at("2026-03-02T07:00:00Z"));

  /** Four people with two each would fill all eight places. */
  @Test
  void u06SecondUploadsLeaveHalfOfThePlacesToOthers() {
    within(
        "a a b b",
        () -> {
          assertEquals(ErrorCode.RATE_LIMITED, refusal("a"));
          within(
              "c d e",
              () -> {
                assertEquals(ErrorCode.RATE_LIMITED, refusal("c"));
                assertEquals("done", limiter.admit("honest", () -> "done"));
                return "";
              });
          return "";
        });
  }

  @Test
  void u06AllPlacesCanBeTakenByDifferentPeople() {
    within(
        "a b c d e f g h",
        () -> {
          assertEquals(ErrorCode.OVERLOADED, refusal("i"));
          return "";
        });
    assertEquals("done", limiter.admit("i", () -> "done"));
  }

  @Test
  void u06APersonHasTwoUnderWayWhenThereIsRoom() {
    within(
        "a a",
        () -> {
          assertEquals(ErrorCode.RATE_LIMITED, refusal("a"));
          return "";
        });
    assertEquals("done", limiter.admit("a", () -> "done"));
  }

  private ErrorCode refusal(String user) {
    return assertThrows(ProblemException.class, () -> limiter.admit(user, () -> "too many"))
        .problem()
        .code();
  }

  /** Does the work while uploads of these people are under way. */
  private void within(String users, Supplier<String> work) {
    Supplier<String> all = work;
    String[] names = users.split(" ");
    for (int i = names.length - 1; i >= 0; i--) {
      Supplier<String> inner = all;
      String name = names[i];
      all = () -> limiter.admit(name, inner);
    }
    all.get();
  }
}
