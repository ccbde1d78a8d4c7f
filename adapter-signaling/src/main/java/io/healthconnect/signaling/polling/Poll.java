package io.healthconnect.signaling.polling;

import java.util.function.Consumer;

/** A GET request that waits for packets. */
public interface Poll {
  /**
   * Answers the request; does not block.
   *
   * @param written runs once, when the response has been written (true) or could not be (false)
   */
  void answer(String payload, Consumer<Boolean> written);

  /** Answers the request with 400. */
  void refuse();
}
