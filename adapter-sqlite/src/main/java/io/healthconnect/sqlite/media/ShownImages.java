package io.healthconnect.sqlite.media;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.MediaId;
import io.healthconnect.sqlite.db.Step;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps the state of images in step with what shows them; every method is part of a step. */
public final class ShownImages {
  private ShownImages() {}

  /**
   * Makes a pending image attached.
   *
   * @param receiver of the message that shows it; empty for an avatar
   * @throws StaleVersionException if there is no pending one of this owner for this receiver
   */
  public static void attach(Step step, MediaId id, AccountId owner, Optional<AccountId> receiver)
      throws SQLException {
    int attached =
        step.update(
            """
            UPDATE media SET state = 'attached'
            WHERE id = ? AND owner_id = ? AND receiver_id IS ? AND state = 'pending'
            """,
            id.value(),
            owner.value(),
            receiver.map(AccountId::value));
    if (attached == 0) {
      throw new StaleVersionException("image");
    }
  }

  public static void discard(Step step, MediaId id) throws SQLException {
    step.update(
        "UPDATE media SET state = 'discarded' WHERE id = ? AND state IN ('pending', 'attached')",
        id.value());
  }
}
