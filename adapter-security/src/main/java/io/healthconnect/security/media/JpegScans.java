package io.healthconnect.security.media;

/**
 * Tracks which parts of a picture the scans of a JPEG file have provided (ITU-T T.81, B.2.3 and
 * G.1.1).
 */
final class JpegScans {
  /**
   * Each scan costs a pass over the whole picture, however few bytes it has. Cameras write about
   * ten.
   */
  private static final int MOST = 100;

  private static final long ALL_COEFFICIENTS = -1;

  /** By component number: a bit for each of the 64 coefficients that is complete. */
  private final long[] complete = new long[256];

  private byte[] frame = new byte[0];
  private int count;

  /** Reads a frame header: length, precision, height, width, and the components. */
  void frame(byte[] header) {
    frame = header;
  }

  /**
   * Reads a scan header: length, the components, the first and last coefficient, and the refined
   * bits.
   */
  void scan(byte[] header) throws DamagedImageException {
    if (++count > MOST) {
      throw new DamagedImageException("more scans than a picture needs");
    }
    ByteReader in = new ByteReader(header, true);
    int components = in.u8(2);
    int selection = 3 + 2 * components;
    int first = in.u8(selection) & 63;
    int last = in.u8(selection + 1) & 63;
    boolean full = (in.u8(selection + 2) & 15) == 0;
    for (int i = 0; full && i < components && first <= last; i++) {
      complete[in.u8(3 + 2 * i)] |= (ALL_COEFFICIENTS >>> (63 - last + first)) << first;
    }
  }

  int count() {
    return count;
  }

  /**
   * Checks a file that ends after a scan, without an end marker.
   *
   * @throws DamagedImageException if scans are missing
   */
  void checkComplete() throws DamagedImageException {
    ByteReader in = new ByteReader(frame, true);
    int components = in.u8(7);
    for (int i = 0; i < components; i++) {
      if (complete[in.u8(8 + 3 * i)] != ALL_COEFFICIENTS) {
        throw new DamagedImageException("the last scans are missing");
      }
    }
  }
}
