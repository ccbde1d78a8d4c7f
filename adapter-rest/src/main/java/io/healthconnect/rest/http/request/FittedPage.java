package io.healthconnect.rest.http.request;

import io.healthconnect.application.Room;
import io.healthconnect.domain.Page;
import java.util.function.Function;

/** Writes pages of a list until one is short enough for a reply, which is then given as written. */
public final class FittedPage<T> implements Room<T> {
  /** As written on the wire. */
  public static final int MAX_REPLY_BYTES = 200 * 1024;

  private final StrictJson json;
  private final Function<Page<T>, Object> reply;
  private byte[] written = new byte[0];

  FittedPage(StrictJson json, Function<Page<T>, Object> reply) {
    this.json = json;
    this.reply = reply;
  }

  @Override
  public int of(Page<T> page) {
    written = json.write(reply.apply(page));
    int items = page.items().size();
    return written.length <= MAX_REPLY_BYTES || items < 2 ? items : fewer(items, written.length);
  }

  /** How many of the items may have room, if they took so many bytes. */
  public static int fewer(int items, int bytes) {
    long likely = (long) items * (MAX_REPLY_BYTES * 9L / 10) / bytes;
    return (int) Math.max(1, Math.min(likely, items - 1));
  }

  /** The reply of the page that was looked at last. */
  public byte[] body() {
    return written;
  }
}
