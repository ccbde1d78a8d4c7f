package io.healthconnect.domain.media;

/**
 * How much one person may upload within 24 hours; what was removed meanwhile counts too.
 *
 * @param files at most this many
 * @param bytes all files together at most this many, as uploaded
 */
public record UploadQuota(int files, long bytes) {
  public static final UploadQuota DEFAULT = new UploadQuota(200, 500L * 1024 * 1024);
}
