package io.healthconnect.mongo;

import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.message.TypingNotices;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.message.EndedContactRaces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Z-10: what two people do at one node while the other ends the contact that allows it. */
@WithMongod
final class EndedContactOfTwoNodesTest implements EndedContactRaces {
  private MongoHandles there;
  private FollowedStore one;
  private MongoStore other;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    one = new FollowedStore(database.uri());
    there = MongoHandles.open(database.uri());
    other = new MongoStore(there);
  }

  @AfterEach
  void close() {
    one.close();
    there.close();
  }

  @Override
  public Stores stores() {
    return one.stores();
  }

  @Override
  public MessageRepository messages() {
    return other.messages();
  }

  @Override
  public TypingNotices typing() {
    return other.typing();
  }

  @Override
  public int races() {
    return 100;
  }
}
