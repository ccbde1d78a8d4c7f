package io.healthconnect.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeKindTest {
  @Test
  void hasTheNamesOfTheContract() {
    assertEquals(
        List.of(
            "visit_requested",
            "visit_confirmed",
            "visit_declined",
            "visit_moved",
            "visit_cancelled",
            "running_late",
            "doctor_unavailable",
            "visit_reminder",
            "review_received",
            "missed_call",
            "new_message",
            "new_sign_in",
            "password_changed",
            "data_read"),
        Arrays.stream(NoticeKind.values()).map(NoticeKind::code).toList());
  }

  @Test
  void isRestoredFromItsCode() {
    for (NoticeKind kind : NoticeKind.values()) {
      assertEquals(kind, NoticeKind.restore(kind.code()));
    }
    assertThrows(IllegalArgumentException.class, () -> NoticeKind.restore("VISIT_MOVED"));
  }
}
