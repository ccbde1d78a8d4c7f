package io.healthconnect.sqlite.db;

import io.healthconnect.domain.change.Change;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** One write transaction. What it tells reaches the feed once the transaction is durable. */
public final class Step extends Sql {
  private final List<Change> changes = new ArrayList<>();

  Step(Connection connection) {
    super(connection);
  }

  /** Tells the feed after the commit, in this order, before another write begins. */
  public void tell(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }
}
