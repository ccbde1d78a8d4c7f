package io.healthconnect.mongo;

import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.notice.KeptNoticesContract;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@WithMongod
final class MongoKeptNoticesTest implements KeptNoticesContract {
  private FollowedStore followed;
  private MongoHandles handles;

  @BeforeEach
  void open(TestDatabase database) {
    database.raw().drop();
    handles = MongoHandles.open(database.uri());
    followed = new FollowedStore(database.uri());
  }

  @AfterEach
  void close() {
    followed.close();
    handles.close();
  }

  @Override
  public Stores stores() {
    return followed.stores();
  }

  @Override
  public void add(List<NoticeDraft> drafts) {
    NoticeWrites notices = new NoticeWrites(handles);
    handles.transact(
        session -> {
          notices.add(session, drafts);
          return drafts;
        });
  }
}
