package io.healthconnect.sqlite.db;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, or a file in it, cannot be used. The message is one line for an operator: the
 * path, and what is wrong with it.
 */
public final class UnusableFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private UnusableFolderException(Path path, String problem, @Nullable Throwable cause) {
    super(path.toAbsolutePath().normalize() + " " + problem, cause);
  }

  /** Describes why the path could not be read or written. */
  public static UnusableFolderException of(Path path, IOException cause) {
    return new UnusableFolderException(path, problem(cause), cause);
  }

  static UnusableFolderException of(Path path, String reason) {
    return of(path, reason, null);
  }

  static UnusableFolderException of(Path path, String reason, @Nullable Throwable cause) {
    return new UnusableFolderException(path, "cannot be used: " + reason, cause);
  }

  private static String problem(IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return "cannot be read and written: permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "is a file, not a folder";
    }
    if (cause instanceof NoSuchFileException) {
      return "cannot be made or opened: no such file or folder";
    }
    String reason =
        cause instanceof FileSystemException file && file.getReason() != null
            ? file.getReason()
            : String.valueOf(cause.getMessage());
    return "cannot be used: " + reason.toLowerCase(Locale.ROOT);
  }
}
