package io.healthconnect.sqlite.db;

import io.healthconnect.domain.change.Change;
import java.util.ArrayList;
import java.util.List;

/** One write transaction. Its changes are published once the transaction is durable. */
public final class Transaction extends Sql {
  private final List<Change> changes = new ArrayList<>();
  private boolean keepsOutbox = true;

  Transaction(Statements statements) {
    super(statements);
  }

  /** Publishes the change after the commit, in the order of calls, before another write begins. */
  public void publish(Change change) {
    changes.add(change);
  }

  /** Whether notices wait to be sent; not if nobody sends them. */
  public boolean keepsOutbox() {
    return keepsOutbox;
  }

  void keepOutbox(boolean kept) {
    keepsOutbox = kept;
  }

  List<Change> changes() {
    return changes;
  }
}
