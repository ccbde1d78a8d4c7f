package io.healthconnect.security.media;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * The area of an animation, and the position of its first frame.
 *
 * @param left the distance of the frame from the left of the canvas
 * @param top the distance of the frame from the top of the canvas
 */
record Canvas(int width, int height, int left, int top) {

  /** The frame in its place, surrounded by transparent pixels. */
  BufferedImage place(BufferedImage frame) {
    boolean fills =
        left == 0 && top == 0 && frame.getWidth() >= width && frame.getHeight() >= height;
    if (fills) {
      return frame;
    }
    BufferedImage whole = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = whole.createGraphics();
    graphics.drawImage(frame, left, top, null);
    graphics.dispose();
    return whole;
  }
}
