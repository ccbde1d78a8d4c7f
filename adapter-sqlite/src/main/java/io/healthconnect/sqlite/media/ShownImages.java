package io.healthconnect.sqlite.media;

import io.healthconnect.domain.StaleVersionException;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.sqlite.db.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Changes the state of images in the same transaction as the message or account that shows them.
 * Every method runs as part of a transaction.
 */
public final class ShownImages {
  private ShownImages() {}

  /**
   * Attaches a pending image.
   *
   * @param receiver of the message that shows it; empty for other purposes
   * @throws StaleVersionException if this owner has no such pending image for this purpose and
   *     receiver
   */
  public static void attach(
      Transaction transaction,
      MediaId id,
      AccountId owner,
      ImagePurpose purpose,
      Optional<AccountId> receiver)
      throws SQLException {
    int attached =
        transaction.update(
            """
            UPDATE media SET state = 'attached'
            WHERE id = ? AND owner_id = ? AND receiver_id IS ? AND document = ? AND state = 'pending'
            """,
            id.value(),
            owner.value(),
            receiver.map(AccountId::value),
            purpose == ImagePurpose.DOCUMENT);
    if (attached == 0) {
      throw new StaleVersionException("image");
    }
  }

  public static void discard(Transaction transaction, MediaId id) throws SQLException {
    transaction.update(
        "UPDATE media SET state = 'discarded' WHERE id = ? AND state IN ('pending', 'attached')",
        id.value());
  }

  /** Discards all images of the owner, and returns how many changed. */
  public static int discardOf(Transaction transaction, AccountId owner) throws SQLException {
    return transaction.update(
        """
        UPDATE media SET state = 'discarded'
        WHERE owner_id = ? AND state IN ('pending', 'attached')
        """,
        owner.value());
  }
}
