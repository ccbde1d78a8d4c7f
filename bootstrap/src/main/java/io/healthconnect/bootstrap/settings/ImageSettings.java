package io.healthconnect.bootstrap.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Limits on images. None can be switched off. */
public final class ImageSettings {
  private static final List<Setting<?>> ROWS = new ArrayList<>();
  static final List<Setting<?>> ALL = Collections.unmodifiableList(ROWS);

  public static final Setting<Integer> BYTES =
      limit("BYTES", 52_428_800, 5_242_880, "one uploaded image or document");
  public static final Setting<Integer> PIXELS =
      limit("PIXELS", 100_000_000, 25_000_000, "pixels of one image");
  public static final Setting<Integer> SIDE =
      limit("SIDE", 32_768, 8_192, "pixels of an image's longer side");
  public static final Setting<Integer> QUEUE =
      limit("QUEUE", 1_000, 4, "images that wait for the decoding thread");
  public static final Setting<Integer> UPLOADS =
      limit("UPLOADS", 10_000, 16, "concurrent uploads of images");
  public static final Setting<Integer> UPLOADS_PER_USER =
      limit("UPLOADS_PER_USER", 10_000, 2, "concurrent uploads of images by one user");
  public static final Setting<Integer> UPLOADS_PER_MINUTE =
      limit("UPLOADS_PER_MINUTE", 1_000_000, 30, "uploads of images that one user may begin");
  public static final Setting<Integer> UPLOAD_SECONDS =
      limit("UPLOAD_SECONDS", 3_000, 120, "time for one image to arrive");
  public static final Setting<Integer> FILES_PER_DAY =
      limit("FILES_PER_DAY", 1_000_000, 200, "images that a user may upload in 24 hours");
  public static final Setting<Integer> BYTES_PER_DAY =
      limit(
          "BYTES_PER_DAY",
          Integer.MAX_VALUE,
          524_288_000,
          "all images and documents together that a user may upload in 24 hours");

  private ImageSettings() {}

  private static Setting<Integer> limit(String suffix, int most, int normal, String meaning) {
    Setting<Integer> setting =
        Setting.of(
            "LIMIT_IMAGE_" + suffix,
            SettingType.number(1, most),
            Integer.toString(normal),
            meaning);
    ROWS.add(setting);
    return setting;
  }
}
