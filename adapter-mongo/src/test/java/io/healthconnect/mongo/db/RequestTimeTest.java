package io.healthconnect.mongo.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.mongodb.MongoOperationTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class RequestTimeTest {
  private long now;
  private final RequestTime time = new RequestTime(() -> now);

  private long pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
    return now;
  }

  private long operation(long millis) {
    return time.spend(() -> pass(millis));
  }

  @Test
  void givesEachOperationOutsideOfRequestsTheSameTime() {
    operation(4_000);
    operation(4_000);
    assertFalse(time.applies());
    assertEquals(5_000, time.millisLeft());
  }

  @Test
  void sharesTheTimeOfARequestAmongItsOperations() {
    long left =
        time.request(
            () -> {
              operation(1_500);
              return time.spend(
                  () -> {
                    pass(500);
                    return operation(1_000) + time.millisLeft() - now;
                  });
            });
    assertEquals(1_500, left);
    assertEquals(4_500, time.request(time::millisLeft));
  }

  @Test
  void countsNothingButOperations() {
    long left =
        time.request(
            () -> {
              pass(60_000);
              operation(100);
              pass(60_000);
              return time.millisLeft();
            });
    assertEquals(4_400, left);
  }

  @Test
  void allowsNoMoreOperationsWhenTheTimeIsOver() {
    time.request(
        () -> {
          operation(4_499);
          assertEquals(1, time.millisLeft());
          operation(1);
          return assertThrows(MongoOperationTimeoutException.class, time::millisLeft);
        });
  }

  @Test
  void endsAnOperationThatIsUnderWayToo() {
    Supplier<Long> tooMany =
        () -> {
          pass(4_500);
          return time.nanosLeft();
        };
    time.request(
        () -> assertThrows(MongoOperationTimeoutException.class, () -> time.spend(tooMany)));
  }

  @Test
  void givesAtLeastAMillisecondSinceTheDriverTakesNoneForNoLimit() {
    time.request(
        () -> {
          operation(4_499);
          time.spend(() -> now += 999_999);
          assertEquals(1, time.nanosLeft());
          assertEquals(1, time.millisLeft());
          return now;
        });
  }

  @Test
  void forgivesTimeInWhichOthersMadeProgress() {
    long left =
        time.request(
            () ->
                time.spend(
                    () -> {
                      pass(3_000);
                      time.forgive(TimeUnit.MILLISECONDS.toNanos(2_000));
                      return time.millisLeft();
                    }));
    assertEquals(3_500, left);
  }

  @Test
  void doesNotCountWhatIsApart() {
    long left =
        time.request(
            () -> {
              long apart =
                  time.apart(
                      () -> {
                        operation(10_000);
                        return time.millisLeft();
                      });
              assertEquals(5_000, apart);
              return time.millisLeft();
            });
    assertEquals(4_500, left);
  }

  @Test
  void takesARequestWithinARequestForAPartOfIt() {
    time.request(
        () -> {
          time.request(() -> operation(4_500));
          return assertThrows(
              MongoOperationTimeoutException.class, () -> time.request(time::millisLeft));
        });
  }

  @Test
  void endsWithTheRequestThatFails() {
    assertThrows(
        IllegalStateException.class,
        () ->
            time.request(
                () -> {
                  throw new IllegalStateException("broken");
                }));
    assertFalse(time.applies());
  }
}
