package io.healthconnect.testkit.call;

import static io.healthconnect.testkit.call.CallFixtures.NOW;
import static io.healthconnect.testkit.call.CallFixtures.OFFER;
import static io.healthconnect.testkit.call.CallFixtures.ringing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallRefusal;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.EndReason;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.domain.presence.DeviceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The contract of {@link LiveCalls}. Each test starts with an empty store. */
public interface LiveCallsContract {
  LiveCalls calls();

  /** The feed on which the store publishes. */
  ChangeFeed feed();

  /** A person whom the store knows; the same name always gives the same person. */
  AccountId person(String name);

  /** An appointment that a call in this store can refer to. */
  AppointmentId appointment();

  @Test
  default void findsACallByIdAndByBothPeople() {
    RingingCall call = open("1", "ann", "bob");

    assertEquals(call.record(), calls().find(call.id()).orElseThrow().record());
    assertEquals(call.id(), calls().liveOf(person("ann")).orElseThrow().id());
    assertEquals(call.id(), calls().liveOf(person("bob")).orElseThrow().id());
  }

  @Test
  default void findsNothingInAnEmptyStore() {
    assertEquals(Optional.empty(), calls().find(new CallId("none")));
    assertEquals(Optional.empty(), calls().liveOf(person("ann")));
    assertEquals(
        Optional.empty(), calls().change(new CallId("none"), call -> Step.same(call, "changed")));
    assertEquals(List.of(), calls().records(person("ann"), PageRequest.first(10)).items());
  }

  @Test
  default void refusesASecondCallOfEitherAndStoresNothing() {
    RingingCall first = open("1", "ann", "bob");
    List<Signal.Event> events = events();

    assertInstanceOf(LiveCalls.CallerBusy.class, tryOpen("2", "ann", "cid"));
    assertInstanceOf(LiveCalls.CallerBusy.class, tryOpen("3", "bob", "cid"));
    assertInstanceOf(LiveCalls.CalleeBusy.class, tryOpen("4", "cid", "ann"));
    assertInstanceOf(LiveCalls.CalleeBusy.class, tryOpen("5", "cid", "bob"));
    assertEquals(new LiveCalls.Glare(first.id()), tryOpen("6", "bob", "ann"));
    assertInstanceOf(LiveCalls.CallerBusy.class, tryOpen("7", "ann", "bob"));

    assertEquals(List.of(), events);
    assertEquals(Optional.empty(), calls().liveOf(person("cid")));
    assertEquals(Optional.empty(), calls().find(new CallId("4")));
  }

  @Test
  default void anActiveCallMakesNoGlare() {
    answered("1", "ann", "bob");

    assertInstanceOf(LiveCalls.CallerBusy.class, tryOpen("2", "bob", "ann"));
  }

  @Test
  default void storesTheCallThatAStepProduces() {
    CallId id = answered("1", "ann", "bob");

    CallRecord record = calls().find(id).orElseThrow().record();

    assertEquals(CallState.ACTIVE, record.state());
    assertEquals(Optional.of(NOW.plusSeconds(5)), record.answeredAt());
  }

  @Test
  default void keepsCandidatesWithinALiveCall() {
    RingingCall call = open("1", "ann", "bob");
    change(
        call.id(), live -> live.candidate(person("ann"), device("ann"), new Candidate("c"), 100));
    List<Signal.Event> events = events();

    calls().change(call.id(), live -> live.arrived(person("bob"), device("bob")));

    assertEquals(2, events.size());
    Signal.CallMade made = assertInstanceOf(Signal.CallMade.class, events.get(0));
    assertEquals(CallFixtures.CARD, made.caller());
    assertInstanceOf(Signal.CandidateSent.class, events.get(1));
  }

  @Test
  default void publishesTheSignalsOfEachChangeInOrderAndOnlyOnce() {
    List<Signal.Event> events = events();
    RingingCall call = open("1", "ann", "bob");
    for (int i = 0; i < 3; i++) {
      Candidate candidate = new Candidate("c" + i);
      change(call.id(), live -> live.candidate(person("ann"), device("ann"), candidate, 100));
    }
    change(call.id(), live -> live.end(person("ann"), device("ann"), NOW));

    List<String> kinds = events.stream().map(event -> event.getClass().getSimpleName()).toList();
    assertEquals(
        List.of("CallMade", "CandidateSent", "CandidateSent", "CandidateSent", "CallEnded"), kinds);
    assertEquals(
        List.of("c0", "c1", "c2"),
        events.stream()
            .filter(Signal.CandidateSent.class::isInstance)
            .map(event -> ((Signal.CandidateSent) event).candidate().json())
            .toList());
  }

  @Test
  default void previewsAChangeExactlyOrNotAtAll() {
    RingingCall call = open("1", "ann", "bob");
    List<Signal.Event> events = events();

    Optional<Optional<Optional<CallRefusal>>> tried =
        calls()
            .tryChange(
                call.id(),
                live -> live.candidate(person("ann"), device("ann"), new Candidate("c"), 100));

    assertEquals(tried.map(done -> Optional.of(Optional.<CallRefusal>empty())), tried);
    assertEquals(tried.isPresent() ? 1 : 0, events.size());
    assertTrue(
        calls()
            .tryChange(new CallId("none"), live -> Step.same(live, "found"))
            .flatMap(found -> found)
            .isEmpty());
  }

  @Test
  default void changesAreStoredBeforeTheyArePublished() {
    RingingCall call = open("1", "ann", "bob");
    List<Boolean> free = new ArrayList<>();
    CallFixtures.listen(feed(), event -> free.add(calls().find(event.callId()).isEmpty()));

    change(call.id(), live -> live.end(person("ann"), device("ann"), NOW));

    assertEquals(List.of(true), free);
  }

  @Test
  default void anEndFreesBothAndIsInBothLogs() {
    CallId id = answered("1", "ann", "bob");
    change(id, live -> live.end(person("bob"), device("bob"), NOW.plusSeconds(65)));

    assertEquals(Optional.empty(), calls().find(id));
    assertEquals(Optional.empty(), calls().liveOf(person("ann")));
    assertEquals(Optional.empty(), calls().liveOf(person("bob")));
    for (String name : List.of("ann", "bob")) {
      CallRecord call = calls().records(person(name), PageRequest.first(10)).items().get(0);
      assertEquals(Optional.of(NOW.plusSeconds(5)), call.answeredAt());
      assertEquals(Optional.of(NOW.plusSeconds(65)), call.endedAt());
      assertEquals(Optional.of(EndReason.HANGUP), call.endReason());
      assertEquals(Optional.of(appointment()), call.appointment());
    }
    assertEquals(List.of(), calls().records(person("cid"), PageRequest.first(10)).items());
    open("2", "bob", "ann");
  }

  @Test
  default void keepsABusyCallWithoutTouchingLiveOnes() {
    CallId live = answered("1", "ann", "bob");
    EndedCall busy = EndedCall.unrung(call("2", "cid", "ann").record(), EndReason.BUSY, NOW);
    calls().addEnded(busy, List.of());

    assertEquals(
        List.of(busy.record()), calls().records(person("cid"), PageRequest.first(10)).items());
    assertEquals(
        List.of(busy.record()), calls().records(person("ann"), PageRequest.first(10)).items());
    assertEquals(live, calls().liveOf(person("ann")).orElseThrow().id());
    assertEquals(Optional.empty(), calls().liveOf(person("cid")));
  }

  @Test
  default void pagesTheLogLatestFirstWithTiesById() {
    for (String id : List.of("a", "c", "b", "d", "e")) {
      RingingCall ringing = call(id, "ann", "bob");
      calls().addEnded(EndedCall.unrung(ringing.record(), EndReason.BUSY, NOW), List.of());
    }
    List<String> seen = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    int pages = 0;
    do {
      Page<CallRecord> page = calls().records(person("bob"), new PageRequest(2, after));
      page.items().forEach(each -> seen.add(each.id().value()));
      after = page.next();
      pages++;
    } while (after.isPresent());

    assertEquals(List.of("e", "d", "c", "b", "a"), seen);
    assertEquals(3, pages);
  }

  @Test
  default void removesTheRecordsOfOnePersonFromBothListsButNoLiveCall() {
    for (String id : List.of("1", "2", "3")) {
      CallId call = answered(id, "ann", "bob");
      change(call, live -> live.end(person("bob"), device("bob"), NOW.plusSeconds(65)));
    }
    CallId others = answered("4", "cid", "bob");
    change(others, live -> live.end(person("bob"), device("bob"), NOW.plusSeconds(65)));
    RingingCall rings = open("5", "ann", "bob");

    assertEquals(2, calls().removeOf(person("ann"), 2));
    assertEquals(1, calls().records(person("ann"), PageRequest.first(10)).items().size());
    assertEquals(2, calls().records(person("bob"), PageRequest.first(10)).items().size());
    assertEquals(1, calls().removeOf(person("ann"), 2));
    assertEquals(0, calls().removeOf(person("ann"), 2));

    assertEquals(List.of(), calls().records(person("ann"), PageRequest.first(10)).items());
    assertEquals(
        List.of(others),
        calls().records(person("bob"), PageRequest.first(10)).items().stream()
            .map(CallRecord::id)
            .toList());
    assertTrue(calls().find(rings.id()).isPresent());
  }

  @Test
  default void knowsTheDevicesOfLiveCalls() {
    assertEquals(Map.of(), calls().devices());
    CallId ringing = open("1", "ann", "bob").id();
    CallId active = answered("2", "cid", "dan");

    assertEquals(
        Map.of(ringing, Set.of(device("ann")), active, Set.of(device("cid"), device("dan"))),
        calls().devices());
    Map<CallId, Set<DeviceId>> ofTheTwo = Map.of(active, Set.of(device("cid"), device("dan")));
    assertEquals(ofTheTwo, calls().devices(Set.of(person("dan"), person("cid"), person("eve"))));
    assertEquals(Map.of(), calls().devices(Set.of()));
    calls().change(active, live -> live.left(device("dan"), NOW.plusSeconds(30)));
    calls().change(ringing, live -> live.left(device("ann"), NOW.plusSeconds(30)));
    assertEquals(Map.of(ringing, Set.of(), active, Set.of(device("cid"))), calls().devices());
    change(active, live -> live.end(person("cid"), device("cid"), NOW));
    assertEquals(Map.of(ringing, Set.of()), calls().devices());
    assertEquals(Map.of(), calls().devices(Set.of(person("cid"))));
  }

  @Test
  default void knowsWhichCallsAreDue() {
    RingingCall call = open("1", "ann", "bob");

    assertEquals(List.of(), calls().due(NOW.plusSeconds(44)));
    assertEquals(List.of(call.id()), calls().due(NOW.plusSeconds(45)));
    calls().change(call.id(), live -> live.left(device("ann"), NOW.plusSeconds(30)));
    assertEquals(List.of(call.id()), calls().due(NOW.plusSeconds(30)));
    assertEquals(
        Optional.of(true), calls().change(call.id(), live -> live.expire(NOW.plusSeconds(30))));
    assertEquals(List.of(), calls().due(NOW.plusSeconds(45)));
  }

  /** T-11. */
  @Test
  default void t11Of100ConcurrentAnswersExactlyOneWins() throws Exception {
    AccountId bob = person("bob");
    RingingCall call = open("1", "ann", "bob");
    List<Signal.Event> events = events();

    List<Boolean> won =
        CallFixtures.together(
            100,
            i ->
                calls()
                    .change(
                        call.id(),
                        live -> {
                          CallFixtures.giveOthersTime();
                          return live.answer(bob, new DeviceId("bob" + i), OFFER, NOW);
                        })
                    .orElseThrow()
                    .isEmpty());

    assertEquals(1, won.stream().filter(each -> each).count());
    assertEquals(1, events.stream().filter(Signal.CallAnswered.class::isInstance).count());
  }

  @Test
  default void of20PeopleWhoCallTheSamePersonAtOnceExactlyOneRings() throws Exception {
    List<AccountId> callers = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      callers.add(person("caller" + i));
    }
    AccountId callee = person("ann");

    List<LiveCalls.Opened> opened =
        CallFixtures.together(
            20,
            i ->
                calls()
                    .open(
                        ringing(new CallId("c" + i), callers.get(i), callee, Optional.empty()),
                        List.of()));

    assertEquals(1, opened.stream().filter(LiveCalls.Rings.class::isInstance).count());
    assertEquals(19, opened.stream().filter(LiveCalls.CalleeBusy.class::isInstance).count());
  }

  @Test
  default void ofTwoWhoCallEachOtherAtOnceOneRingsAndOneIsGlare() throws Exception {
    AccountId ann = person("ann");
    AccountId bob = person("bob");
    for (int round = 0; round < 20; round++) {
      String id = "r" + round;
      List<LiveCalls.Opened> opened =
          CallFixtures.together(
              2,
              i ->
                  calls()
                      .open(
                          i == 0
                              ? ringing(new CallId(id + "a"), ann, bob, Optional.empty())
                              : ringing(new CallId(id + "b"), bob, ann, Optional.empty()),
                          List.of()));
      assertEquals(1, opened.stream().filter(LiveCalls.Rings.class::isInstance).count());
      assertEquals(1, opened.stream().filter(LiveCalls.Glare.class::isInstance).count());
      CallId live = calls().liveOf(ann).orElseThrow().id();
      assertTrue(calls().change(live, call -> call.expire(NOW.plusSeconds(45))).orElse(false));
    }
  }

  private RingingCall call(String id, String caller, String callee) {
    return ringing(new CallId(id), person(caller), person(callee), Optional.of(appointment()));
  }

  private LiveCalls.Opened tryOpen(String id, String caller, String callee) {
    RingingCall call = call(id, caller, callee);
    return calls().open(call, call.ring(new Signal.All()));
  }

  private RingingCall open(String id, String caller, String callee) {
    RingingCall call = call(id, caller, callee);
    assertInstanceOf(LiveCalls.Rings.class, calls().open(call, call.ring(new Signal.All())));
    return call;
  }

  private CallId answered(String id, String caller, String callee) {
    CallId call = open(id, caller, callee).id();
    change(call, live -> live.answer(person(callee), device(callee), OFFER, NOW.plusSeconds(5)));
    return call;
  }

  private DeviceId device(String name) {
    return CallFixtures.deviceOf(person(name));
  }

  private void change(CallId id, Function<LiveCall, Step<Optional<CallRefusal>>> change) {
    assertEquals(Optional.of(Optional.empty()), calls().change(id, change));
  }

  private List<Signal.Event> events() {
    List<Signal.Event> events = Collections.synchronizedList(new ArrayList<>());
    CallFixtures.listen(feed(), events::add);
    return events;
  }
}
