package io.healthconnect.application.notice;

import io.healthconnect.domain.notice.NoticeRepository;
import java.time.Clock;

final class SendRemindersHandler implements SendReminders {
  /** Of one step, which other writers wait for. */
  private static final int BATCH = 50;

  /** Of one run; the rest waits for the next. */
  private static final int BATCHES = 100;

  private final NoticeRepository notices;
  private final Clock clock;

  SendRemindersHandler(NoticeRepository notices, Clock clock) {
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public int sendReminders() {
    int sent = 0;
    for (int batch = 0; batch < BATCHES; batch++) {
      int removed = notices.remind(clock.instant(), BATCH);
      if (removed == 0) {
        break;
      }
      sent += removed;
    }
    return sent;
  }
}
