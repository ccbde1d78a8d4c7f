package io.healthconnect.mongo;

import static io.healthconnect.testkit.call.CallFixtures.NOW;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.presence.MongoPresence;
import io.healthconnect.mongod.TestDatabase;
import io.healthconnect.mongod.WithMongod;
import io.healthconnect.testkit.SequentialIds;
import io.healthconnect.testkit.call.CallFixtures;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Like {@link IndexUseTest}, for calls, presence, and events for sockets only. */
@WithMongod
final class CallIndexUseTest {
  private static final int CALLS = 40;
  private static final String LOG = "IXSCAN { people: 1, startedAt: -1, _id: -1 }";
  private static final AccountId ANN = new AccountId("a7");
  private static final AccountId BEN = new AccountId("b7");

  private static MongoHandles handles;
  private static LiveCalls calls;
  private static MongoPresence presence;
  private static QueryPlans plans;

  @BeforeAll
  static void fill(TestDatabase database) {
    handles = MongoHandles.open(database.uri());
    calls = new MongoStore(handles).calls();
    presence = new MongoPresence(handles, new SequentialIds());
    plans = new QueryPlans(database.raw());
    presence.join();
    for (int i = 0; i < CALLS; i++) {
      calls.open(ringing("live" + i, "a" + i, "b" + i), List.of());
      RingingCall missed = ringing("old" + i, "a7", "b" + i);
      calls.addEnded(
          EndedCall.unrung(missed.record(), EndReason.BUSY, NOW.plusSeconds(i)), List.of());
      presence.arrive(new AccountId("a" + i), new DeviceId("d" + i));
    }
  }

  private static RingingCall ringing(String id, String caller, String callee) {
    return CallFixtures.ringing(
        new CallId(id), new AccountId(caller), new AccountId(callee), Optional.empty());
  }

  @AfterAll
  static void close() {
    handles.close();
  }

  @Test
  void findsTheLiveCallOfAPerson() {
    plans.assertAre(() -> calls.liveOf(ANN), "calls IXSCAN { people: 1 } examined 1 returned 1");
    plans.assertAre(
        () -> calls.open(ringing("more", "b7", "b8"), List.of()),
        "calls IXSCAN { people: 1 } examined 1 returned 1");
  }

  @Test
  void findsAndChangesACall() {
    CallId id = new CallId("live5");
    plans.assertAre(() -> calls.find(id), "calls IXSCAN { _id: 1 } examined 1 returned 1");
    plans.assertAre(
        () ->
            calls.change(
                id, call -> new Step<>(call, ((RingingCall) call).ring(new Signal.All()), "")),
        "calls IXSCAN { _id: 1 } examined 1 returned 1",
        "calls IXSCAN { _id: 1 } examined 1");
  }

  @Test
  void sweepsLiveCallsOnly() {
    plans.assertAre(
        calls::devices, "calls IXSCAN { live: 1, deadline: 1 } examined 40 returned 40");
    plans.assertAre(
        () -> calls.due(NOW), "calls IXSCAN { live: 1, deadline: 1 } examined 0 returned 0");
    plans.assertAre(
        () -> calls.due(NOW.plusSeconds(60)),
        "calls IXSCAN { live: 1, deadline: 1 } examined 40 returned 40");
  }

  @Test
  void readsAPageOfTheLog() {
    plans.assertAre(
        () -> calls.records(ANN, PageRequest.first(5)), "calls " + LOG + " examined 6 returned 6");
    Cursor later = new Cursor(Long.toString(NOW.toEpochMilli()), "old30");
    plans.assertAre(
        () -> calls.records(ANN, IndexUseData.page(later)),
        "calls " + LOG + ", " + LOG + " examined 6 returned 6");
    plans.assertAre(
        () -> calls.records(BEN, PageRequest.first(5)), "calls " + LOG + " examined 1 returned 1");
  }

  @Test
  void looksUpDevices() {
    plans.assertAre(
        () -> presence.isOnline(BEN), "devices IXSCAN { accountId: 1 } examined 0 returned 0");
    plans.assertAre(
        () -> presence.isConnected(new DeviceId("elsewhere")),
        "devices IDHACK examined 0 returned 0");
    plans.assertAre(() -> presence.arrive(ANN, new DeviceId("new")), "devices IDHACK examined 0");
    plans.assertAre(
        () -> presence.leave(ANN, new DeviceId("new")), "devices IXSCAN { _id: 1 } examined 1");
  }

  @Test
  void sendsHeartbeatsAndReadsTheFewNodes() {
    plans.assertAre(
        () -> presence.heartbeat(0),
        "nodes IDHACK examined 1",
        "nodes COLLSCAN examined 1 returned 1");
    plans.assertAre(presence::reload, "devices COLLSCAN examined 40 returned 40");
    MongoPresence other = new MongoPresence(handles, () -> "other");
    other.join();
    other.arrive(BEN, new DeviceId("others"));
    plans.assertAre(
        other::deregister, "devices IXSCAN { nodeId: 1 } examined 1", "nodes IDHACK examined 1");
  }
}
