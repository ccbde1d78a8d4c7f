package io.healthconnect.mongo.db;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import io.healthconnect.domain.StoreUnavailableException;
import io.healthconnect.domain.StoreUnavailableException.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates exceptions of the driver into those of the ports. The server's messages may repeat
 * user input, so faults in our own commands are reported by code alone.
 */
public final class MongoErrors {
  static final int UNAUTHORIZED = 13;

  private static final int DUPLICATE_KEY = 11000;
  private static final int VALIDATION = 121;

  /** OutOfDiskSpace, and an exceeded quota of the database. */
  private static final Set<Integer> STORAGE_FULL = Set.of(14031, 12501);

  /** BadValue, FailedToParse, TypeMismatch, NamespaceNotFound, PathNotViable, … : a bug of ours. */
  private static final Set<Integer> WRONG_COMMANDS = Set.of(2, 9, 14, 26, 27, 28, 40, 59, 66, 73);

  private static final Pattern INDEX = Pattern.compile("index: (\\S+) dup key");

  private MongoErrors() {}

  /** A name that an operator can look up; never the message, which may repeat user input. */
  static String name(MongoException e) {
    String kind = e.getClass().getSimpleName();
    return e.getCode() > 0 ? kind + ", code " + e.getCode() : kind;
  }

  static RuntimeException translate(MongoException e) {
    int code = e.getCode();
    if (STORAGE_FULL.contains(code)) {
      return new StoreUnavailableException(Cause.STORAGE_FULL, e);
    }
    if (code == DUPLICATE_KEY || code == VALIDATION) {
      return new IllegalStateException(
          "the store's rules forbid this write: " + violatedIndex(e).orElse("code " + code));
    }
    boolean ours = e instanceof MongoCommandException || e instanceof MongoWriteException;
    if (ours && WRONG_COMMANDS.contains(code)) {
      return new IllegalStateException("a command is wrong: code " + code);
    }
    return new StoreUnavailableException(Cause.UNAVAILABLE, e);
  }

  /** The unique index that a write would have violated; empty if it failed for another reason. */
  public static Optional<String> violatedIndex(MongoException e) {
    if (e.getCode() != DUPLICATE_KEY || e.getMessage() == null) {
      return Optional.empty();
    }
    Matcher matcher = INDEX.matcher(e.getMessage());
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
