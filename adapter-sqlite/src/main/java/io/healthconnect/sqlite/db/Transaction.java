package io.healthconnect.sqlite.db;

import io.healthconnect.domain.change.Change;
import java.util.ArrayList;
import java.util.List;

/** One write transaction. Its changes are published once the transaction is durable. */
public final class Transaction extends Sql {
  private final List<Change> changes = new ArrayList<>();

  Transaction(Statements statements) {
    super(statements);
  }

  /** Publishes the change after the commit, in the order of calls, before another write begins. */
  public void publish(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }
}
