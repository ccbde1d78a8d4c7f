package io.healthconnect.bootstrap;

import io.healthconnect.bootstrap.settings.Setting;

/**
 * The server cannot start because of what a setting names. The message is one line for an operator:
 * the setting, what it names, and the cause.
 */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(Setting<?> setting, String problem, Throwable cause) {
    super(setting.name() + ": " + problem, cause);
  }
}
