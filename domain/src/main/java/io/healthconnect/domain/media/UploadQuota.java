package io.healthconnect.domain.media;

/**
 * How much one person may upload within 24 hours; images that were removed since still count.
 *
 * @param files the most files
 * @param bytes the most bytes of all files together, as uploaded
 */
public record UploadQuota(int files, long bytes) {
  public static final UploadQuota DEFAULT = new UploadQuota(200, 500L * 1024 * 1024);
}
