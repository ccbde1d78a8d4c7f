package io.healthconnect.testkit;

import io.healthconnect.domain.IdGenerator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers that count up and sort in that order as text: {@code a000001}, {@code a000002} … */
public final class SequentialIds implements IdGenerator {
  private final String prefix;
  private final AtomicLong last = new AtomicLong();

  public SequentialIds() {
    this("a");
  }

  public SequentialIds(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public String next() {
    return prefix + String.format(Locale.ROOT, "%06d", last.incrementAndGet());
  }
}
