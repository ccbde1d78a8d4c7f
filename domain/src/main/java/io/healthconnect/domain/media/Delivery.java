package io.healthconnect.domain.media;

import java.net.URI;
import java.util.function.Function;

/** How the bytes of an image reach a person who may see it. */
public sealed interface Delivery {

  /** Calls the function for this kind of delivery and returns its value. */
  <T> T fold(Function<Bytes, T> onBytes, Function<Redirect, T> onRedirect);

  /** The server sends the bytes itself. */
  record Bytes(byte[] bytes) implements Delivery {
    @Override
    public <T> T fold(Function<Bytes, T> onBytes, Function<Redirect, T> onRedirect) {
      return onBytes.apply(this);
    }

    @Override
    public String toString() {
      return "Delivery.Bytes[" + bytes.length + "]";
    }
  }

  /**
   * The client fetches the bytes elsewhere.
   *
   * @param url works for anyone who has it, for at most 10 minutes; made for one request, and not
   *     to be stored or logged
   */
  record Redirect(URI url) implements Delivery {
    @Override
    public <T> T fold(Function<Bytes, T> onBytes, Function<Redirect, T> onRedirect) {
      return onRedirect.apply(this);
    }

    @Override
    public String toString() {
      return "Delivery.Redirect[hidden]";
    }
  }
}
