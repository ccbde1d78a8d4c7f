package io.healthconnect.system;

import java.util.ArrayList;
import java.util.List;

/** Takes all memory of the process that it is loaded into as an agent. */
public final class HeapEater {
  private static final List<byte[]> EATEN = new ArrayList<>();

  private HeapEater() {}

  /** Called by the virtual machine. */
  public static void agentmain(String unused) {
    Thread eater = new Thread(HeapEater::eat, "heap-eater");
    eater.setDaemon(true);
    eater.start();
  }

  private static void eat() {
    for (int size = 1 << 20; ; ) {
      try {
        EATEN.add(new byte[size]);
      } catch (OutOfMemoryError full) {
        // Where it is not the end of the process, there is no room for others either.
        size = Math.max(16, size / 2);
      }
    }
  }
}
