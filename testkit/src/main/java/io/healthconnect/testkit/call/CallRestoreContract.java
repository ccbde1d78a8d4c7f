package io.healthconnect.testkit.call;

import static io.healthconnect.testkit.call.CallFixtures.NOW;
import static io.healthconnect.testkit.call.CallFixtures.OFFER;
import static io.healthconnect.testkit.call.CallFixtures.deviceOf;
import static io.healthconnect.testkit.call.CallFixtures.ringing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The contract of a store of calls that survives a restart: live calls go on. Each test starts with
 * an empty store.
 */
public interface CallRestoreContract {
  Instant LEASE_END = NOW.plusSeconds(30);

  LiveCalls calls();

  /** The feed on which the store publishes. */
  ChangeFeed feed();

  /** A person whom the store knows; the same name always gives the same person. */
  AccountId person(String name);

  /**
   * Closes the store and opens it again on the data it kept; {@link #calls} then returns the new
   * one. People who were in a call may come back until {@link #LEASE_END}.
   */
  void restart();

  /**
   * How many entries the store holds for live calls beside their records, so that tests find
   * leftovers.
   */
  long keptCalls();

  @Test
  default void anActiveCallGoesOnWithBothAway() {
    CallId id = answered();
    CallRecord before = calls().find(id).orElseThrow().record();
    restart();

    ActiveCall call = assertInstanceOf(ActiveCall.class, calls().find(id).orElseThrow());
    assertEquals(before, call.record());
    assertEquals(Optional.of(LEASE_END), call.caller().leaseUntil());
    assertEquals(Optional.of(LEASE_END), call.callee().leaseUntil());
    assertEquals(id, calls().liveOf(person("ann")).orElseThrow().id());
    assertEquals(id, calls().liveOf(person("bob")).orElseThrow().id());
    assertEquals(List.of(id), calls().due(LEASE_END));
    assertEquals(List.of(), calls().due(LEASE_END.minusMillis(1)));
  }

  @Test
  default void aReturningSideGetsTheLastDescriptionOfTheOther() {
    CallId id = answered();
    SessionDescription later = new SessionDescription("{\"type\":\"offer\",\"sdp\":\"later\"}");
    change(id, live -> live.description(person("ann"), deviceOf(person("ann")), later));
    restart();

    DeviceId bobs = new DeviceId("bobs-new");
    LiveCall.Resumed resumed =
        calls().change(id, live -> live.resume(person("bob"), bobs)).orElseThrow();

    assertEquals(Optional.of(later), resumed.description());
  }

  @Test
  default void theCallContinuesWhenBothReturn() {
    CallId id = answered();
    restart();
    DeviceId anns = new DeviceId("anns-new");
    calls().change(id, live -> live.resume(person("ann"), anns));
    calls().change(id, live -> live.resume(person("bob"), new DeviceId("bobs-new")));
    List<Signal.Event> events = new ArrayList<>();
    CallFixtures.listen(feed(), events::add);

    change(id, live -> live.description(person("ann"), anns, OFFER));
    change(id, live -> live.end(person("ann"), anns, NOW.plusSeconds(9)));

    assertInstanceOf(Signal.DescriptionSent.class, events.get(0));
    assertInstanceOf(Signal.CallEnded.class, events.get(1));
    assertEquals(2, events.size());
    assertEquals(EndReason.HANGUP, loggedEnd("ann"));
  }

  @Test
  default void aRingingCallRingsAReturningDeviceForTheRestOfItsRingTime() {
    RingingCall call = open(false);
    restart();
    assertEquals(List.of(call.id()), calls().due(LEASE_END));
    List<Signal.Event> events = new ArrayList<>();
    CallFixtures.listen(feed(), events::add);

    DeviceId anns = new DeviceId("anns-new");
    calls().change(call.id(), live -> live.resume(person("ann"), anns));
    calls().change(call.id(), live -> live.arrived(person("bob"), new DeviceId("bobs-new")));

    Signal.CallMade made = assertInstanceOf(Signal.CallMade.class, events.get(0));
    assertEquals(CallFixtures.CARD, made.caller());
    assertEquals(OFFER, made.offer());
    assertEquals(List.of(), calls().due(NOW.plusSeconds(44)));
    assertEquals(List.of(call.id()), calls().due(NOW.plusSeconds(45)));
  }

  @Test
  default void remembersWhetherACallHasRung() {
    CallId offline = open(false).id();
    restart();
    calls().change(offline, live -> live.resume(person("ann"), new DeviceId("anns-new")));
    calls().change(offline, live -> live.expire(NOW.plusSeconds(45)));
    assertEquals(EndReason.OFFLINE, loggedEnd("ann"));

    CallId rung = open(false).id();
    calls().change(rung, live -> live.arrived(person("bob"), deviceOf(person("bob"))));
    restart();
    calls().change(rung, live -> live.resume(person("ann"), new DeviceId("anns-new")));
    calls().change(rung, live -> live.expire(NOW.plusSeconds(45)));
    assertEquals(EndReason.UNANSWERED, loggedEnd("ann"));
  }

  @Test
  default void endsAsLostWhenNobodyComesBack() {
    CallId id = answered();
    restart();

    assertEquals(Optional.of(true), calls().change(id, live -> live.expire(LEASE_END)));
    assertEquals(EndReason.LOST, loggedEnd("ann"));
    assertEquals(EndReason.LOST, loggedEnd("bob"));
    assertEquals(Optional.empty(), calls().liveOf(person("ann")));
  }

  @Test
  default void aRestartPutsNobodyInTwoCalls() {
    CallId id = answered();
    restart();

    assertInstanceOf(LiveCalls.CallerBusy.class, calls().open(call("2", "ann", "cid"), List.of()));
    assertInstanceOf(LiveCalls.CalleeBusy.class, calls().open(call("3", "cid", "bob"), List.of()));
    assertEquals(id, calls().liveOf(person("bob")).orElseThrow().id());
  }

  @Test
  default void continuesAfterSeveralRestarts() {
    CallId id = answered();
    restart();
    restart();

    assertInstanceOf(ActiveCall.class, calls().find(id).orElseThrow());
  }

  @Test
  default void aCandidateAfterTheRestartIsTakenFromANewDevice() {
    CallId id = answered();
    restart();
    DeviceId anns = new DeviceId("anns-new");

    change(id, live -> live.candidate(person("ann"), anns, new Candidate("c"), 100));
  }

  @Test
  default void keepsNothingOfWhatWasSaidInACallThatEnded() {
    CallId id = answered();
    assertEquals(1, keptCalls());
    change(id, live -> live.end(person("bob"), deviceOf(person("bob")), NOW.plusSeconds(9)));

    assertEquals(0, keptCalls());
    restart();
    assertEquals(Optional.empty(), calls().find(id));
    assertEquals(Optional.empty(), calls().liveOf(person("ann")));
    assertEquals(1, calls().records(person("ann"), PageRequest.first(9)).items().size());
  }

  private RingingCall call(String id, String caller, String callee) {
    return ringing(new CallId(id), person(caller), person(callee), Optional.empty());
  }

  /** A call from Ann to Bob, whose identifier counts the calls before it. */
  private RingingCall open(boolean rung) {
    int number = calls().records(person("ann"), PageRequest.first(9)).items().size();
    RingingCall call = call("c" + number, "ann", "bob");
    RingingCall made =
        RingingCall.start(call.record(), call.card(), call.caller(), call.ringUntil(), rung);
    assertInstanceOf(LiveCalls.Rings.class, calls().open(made, List.of()));
    return made;
  }

  private CallId answered() {
    CallId id = open(true).id();
    AccountId bob = person("bob");
    change(id, live -> live.answer(bob, deviceOf(bob), OFFER, NOW.plusSeconds(5)));
    return id;
  }

  private EndReason loggedEnd(String name) {
    List<CallRecord> log = calls().records(person(name), PageRequest.first(9)).items();
    return log.get(0).endReason().orElseThrow();
  }

  private void change(CallId id, Function<LiveCall, Step<Optional<CallRefusal>>> change) {
    assertEquals(Optional.of(Optional.empty()), calls().change(id, change));
  }
}
