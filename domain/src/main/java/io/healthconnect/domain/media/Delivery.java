package io.healthconnect.domain.media;

import java.net.URI;

/** How the bytes of an image reach a person who may see it. */
public sealed interface Delivery {
  /** The server sends them itself. */
  record Bytes(byte[] bytes) implements Delivery {
    @Override
    public String toString() {
      return "Delivery.Bytes[" + bytes.length + "]";
    }
  }

  /**
   * The person fetches them elsewhere.
   *
   * @param url works for anyone who has it, for 10 minutes at most; made for one request, not to be
   *     stored or logged
   */
  record Redirect(URI url) implements Delivery {
    @Override
    public String toString() {
      return "Delivery.Redirect[hidden]";
    }
  }
}
