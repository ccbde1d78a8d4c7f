package io.healthconnect.bootstrap;

import java.util.Optional;

/** Which release this is. */
final class Release {
  private Release() {}

  /** The version of the jar; {@code development} outside of one. */
  static String version() {
    return Optional.ofNullable(Release.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
