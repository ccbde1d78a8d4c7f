package io.healthconnect.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  @Test
  void onlySomebodyTurnedDownHasAReason() {
    Optional<RejectionReason> reason = Optional.of(new RejectionReason("No licence"));
    for (Approval approval : Approval.values()) {
      assertEquals(
          approval == Approval.REJECTED,
          new Standing(approval, false, false, reason).rejection().isPresent());
      assertEquals(Optional.empty(), new Standing(approval, true, true, reason).rejection());
    }
  }

  @Test
  void hasOneVisibilityAndOneState() {
    List<String> all = new ArrayList<>();
    for (Approval approval : Approval.values()) {
      for (boolean disabled : new boolean[] {false, true}) {
        Standing standing = new Standing(approval, disabled);
        all.add(
            approval.code()
                + (disabled ? " disabled: " : ": ")
                + standing.visibility()
                + ' '
                + standing.state().code());
      }
    }
    assertEquals(
        List.of(
            "pending: HIDDEN pending",
            "pending disabled: HIDDEN disabled",
            "not_required: LISTED active",
            "not_required disabled: HIDDEN disabled",
            "granted: VERIFIED active",
            "granted disabled: HIDDEN disabled",
            "rejected: HIDDEN rejected",
            "rejected disabled: HIDDEN disabled"),
        all);
  }
}
