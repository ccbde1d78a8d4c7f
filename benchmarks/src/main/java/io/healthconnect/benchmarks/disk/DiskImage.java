package io.healthconnect.benchmarks.disk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A file as on a disk: what was synced, and what a power cut may or may not leave. */
final class DiskImage {
  private byte[] synced;
  private final List<SystemCall> unsynced = new ArrayList<>();

  DiskImage(byte[] synced) {
    this.synced = synced;
  }

  void apply(SystemCall call) {
    if (call.kind() == SystemCall.Kind.SYNC) {
      unsynced.forEach(each -> synced = after(each, synced));
      unsynced.clear();
    } else {
      unsynced.add(call);
    }
  }

  /** Each call that was not synced has either reached the disk or not, regardless of order. */
  byte[] afterPowerCut(SplittableRandom random) {
    byte[] bytes = synced;
    for (SystemCall call : unsynced) {
      if (random.nextBoolean()) {
        bytes = after(call, bytes);
      }
    }
    return bytes;
  }

  private static byte[] after(SystemCall call, byte[] before) {
    if (call.kind() == SystemCall.Kind.TRUNCATE) {
      return Arrays.copyOf(before, (int) call.offset());
    }
    int end = (int) call.offset() + call.data().length;
    byte[] bytes = Arrays.copyOf(before, Math.max(before.length, end));
    System.arraycopy(call.data(), 0, bytes, (int) call.offset(), call.data().length);
    return bytes;
  }
}
