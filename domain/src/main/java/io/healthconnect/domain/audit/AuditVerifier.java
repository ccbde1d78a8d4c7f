package io.healthconnect.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain of a log from its beginning and finds what was changed, taken out, added or put
 * elsewhere. That entries are missing at the end shows only against a number and hash that were
 * noted earlier.
 */
public final class AuditVerifier {
  private static final int SHOWN = 20;

  private final Instant keptSince;
  private final List<String> problems = new ArrayList<>();
  private @Nullable AuditEntry last;

  /**
   * @param keptSince entries from before this instant may have been removed because of their age
   */
  public AuditVerifier(Instant keptSince) {
    this.keptSince = keptSince;
  }

  /** Looks at the next entry. */
  public void accept(AuditEntry entry) {
    if (entry.number() < AuditEntry.FIRST) {
      add("entry " + entry.number() + " is outside the chain");
      return;
    }
    if (!entry.isIntact()) {
      add("entry " + entry.number() + " was changed");
    }
    if (last == null) {
      begin(entry);
    } else if (!entry.follows(last)) {
      add("entry " + entry.number() + " does not follow entry " + last.number());
    }
    last = entry;
  }

  private void begin(AuditEntry entry) {
    boolean whole = entry.number() == AuditEntry.FIRST && entry.previous().equals(AuditEntry.NONE);
    if (!whole && !entry.event().at().isBefore(keptSince)) {
      add("entries before " + entry.number() + " are missing");
    }
  }

  private void add(String problem) {
    if (problems.size() < SHOWN) {
      problems.add(problem);
    }
  }

  /** What is wrong, at most 20 lines; no line holds what is stored. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** The newest entry: to be noted elsewhere. */
  public Optional<AuditEntry> last() {
    return Optional.ofNullable(last);
  }
}
