package io.healthconnect.mongo.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.junit.jupiter.api.Test;

class PositionsTest {
  private static final BsonTimestamp TIME = new BsonTimestamp(1_800_000_000, 7);
  private static final BsonTimestamp LATER = new BsonTimestamp(1_800_000_000, 8);

  private final Positions positions = new Positions();

  @Test
  void grow() {
    positions.enter(TIME);
    long first = next();
    long second = next();
    positions.enter(LATER);
    long third = next();
    positions.enter(new BsonTimestamp(1_800_000_001, 1));
    assertTrue(0 < first && first < second && second < third && third < next());
  }

  /** Several entries of one transaction have the same time. */
  @Test
  void goOnWithinOneTime() {
    positions.enter(TIME);
    long first = next();
    assertEquals(first + 1, next());
    positions.enter(TIME);
    assertEquals(first + 2, next());
  }

  /** A node may know no change in an entry in which its neighbour knows one. */
  @Test
  void areTheSameForAReaderOneChangeBehind() {
    positions.enter(TIME);
    positions.enter(TIME);
    long second = next();
    Positions neighbour = new Positions();
    neighbour.enter(TIME);
    neighbour.next();
    neighbour.enter(TIME);
    neighbour.next();
    assertEquals(neighbour.current(), second);
  }

  @Test
  void settlesBeforeLaterChanges() {
    positions.settle(token("826B49D2000000000729295A1004"));
    long settled = positions.settled();
    assertTrue(settled > 0);
    positions.enter(new BsonTimestamp(0x6B49D200, 7));
    assertEquals(settled + 1, next());
    positions.settle(token("826B49D2000000000129295A1004"));
    assertEquals(settled, positions.settled(), "never goes back");
  }

  @Test
  void namesTheSecondUpToWhichAllIsTold() {
    assertEquals(1_577_836_800, positions.settledSecond());
    positions.settle(token("826B49D2000000000729295A1004"));
    assertEquals(0x6B49D200, positions.settledSecond());
    positions.settle(token("826B49D2090000000129295A1004"));
    assertEquals(0x6B49D209, positions.settledSecond());
  }

  @Test
  void anInvalidTokenDecidesNothing() {
    positions.settle(null);
    positions.settle(new BsonDocument());
    positions.settle(token("8200"));
    positions.settle(token("036B49D2000000000729295A1004"));
    assertEquals(0, positions.settled());
  }

  private long next() {
    positions.next();
    return positions.current();
  }

  private static BsonDocument token(String data) {
    return new BsonDocument("_data", new BsonString(data));
  }
}
