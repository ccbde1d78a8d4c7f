package io.healthconnect.mongo.call;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.EndedCall;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.call.Step;
import io.healthconnect.domain.notice.CallNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoErrors;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.db.Reads;
import io.healthconnect.mongo.notice.NoticeWrites;
import io.healthconnect.mongo.presence.DevicePlaces;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Live calls that any node can change. A step reads the call and replaces it if no other step has
 * changed it in between; a unique index over the people of live calls keeps each person in at most
 * one.
 */
public final class MongoLiveCalls implements LiveCalls {
  private static final Bson LIVE = eq("live", true);

  private final MongoHandles handles;
  private final MongoCollection<Document> calls;
  private final Reads reads;
  private final RemovedCalls removed;
  private final NoticeWrites notices;
  private final SidePlaces places;

  /** Of a process without connections. */
  public MongoLiveCalls(MongoHandles handles) {
    this(handles, DevicePlaces.NONE, InstantSource.system());
  }

  public MongoLiveCalls(MongoHandles handles, DevicePlaces places, InstantSource clock) {
    this.places = new SidePlaces(places, clock);
    this.handles = handles;
    this.calls = handles.collection(CollectionName.CALLS);
    this.reads = handles.reads(CollectionName.CALLS);
    this.removed = new RemovedCalls(handles);
    this.notices = new NoticeWrites(handles);
  }

  @Override
  public Opened open(RingingCall call, List<Signal> signals) {
    Document document = CallDocuments.write(call, 1, signals);
    AccountId caller = call.record().caller();
    AccountId callee = call.record().callee();
    return Contention.settle(
        () -> insert(document) ? Optional.of(new Rings()) : refusal(caller, callee));
  }

  private boolean insert(Document document) {
    return handles.run(
        () -> {
          try {
            return calls.insertOne(document).wasAcknowledged();
          } catch (MongoWriteException e) {
            if (MongoErrors.violatedIndex(e).filter("live"::equals).isPresent()) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Empty when the call that was in the way has ended, or cannot be read yet. */
  private Optional<Opened> refusal(AccountId caller, AccountId callee) {
    Optional<LiveCall> ofCaller = liveOf(caller);
    if (ofCaller.isPresent()) {
      LiveCall other = ofCaller.get();
      boolean glare = other instanceof RingingCall && other.record().caller().equals(callee);
      return Optional.of(glare ? new Glare(other.id()) : new CallerBusy());
    }
    return liveOf(callee).map(call -> new CalleeBusy());
  }

  @Override
  public void addEnded(EndedCall call, List<Signal> signals) {
    handles.transact(
        session -> {
          notices.add(session, CallNotices.ofEnd(call.record()));
          return calls.insertOne(session, CallDocuments.write(call, 1, signals));
        });
  }

  @Override
  public <R> Optional<R> change(CallId id, Function<LiveCall, Step<R>> change) {
    return Contention.settle(
        () -> {
          Optional<Document> before = first(eq("_id", id.value()));
          return before.isEmpty() ? Optional.of(Optional.empty()) : step(before.get(), change);
        });
  }

  /** Every change is written, so no change is possible without waiting. */
  @Override
  public <R> Optional<Optional<R>> tryChange(CallId id, Function<LiveCall, Step<R>> change) {
    return Optional.empty();
  }

  /** Empty when another step came in between. */
  private <R> Optional<Optional<R>> step(Document before, Function<LiveCall, Step<R>> change) {
    LiveCall call = CallDocuments.readLive(before);
    Step<R> step = change.apply(call);
    Optional<Optional<R>> done = Optional.of(Optional.of(step.result()));
    if (step.next().equals(call) && step.signals().isEmpty()) {
      return done;
    }
    long version = DocumentFields.number(before, "version");
    Document after =
        CallDocuments.MEMBERS.keep(
            before, CallDocuments.write(step.next(), version + 1, step.signals()));
    places.put(before, after);
    Bson unchanged = unchanged(before);
    boolean written =
        step.next() instanceof EndedCall ended
            ? replaceByEnd(unchanged, after, ended)
            : handles.run(() -> calls.replaceOne(unchanged, after)).getMatchedCount() == 1;
    return written ? done : Optional.empty();
  }

  private static Bson unchanged(Document before) {
    return and(eq("_id", before.get("_id")), eq("version", before.get("version")));
  }

  private boolean replaceByEnd(Bson unchanged, Document after, EndedCall call) {
    List<NoticeDraft> news = CallNotices.ofEnd(call.record());
    return handles.transact(
        session -> {
          boolean written = calls.replaceOne(session, unchanged, after).getMatchedCount() == 1;
          if (written) {
            notices.add(session, news);
          }
          return written;
        });
  }

  @Override
  public Optional<LiveCall> find(CallId id) {
    return first(eq("_id", id.value())).map(CallDocuments::readLive);
  }

  @Override
  public boolean mayMiss(AccountId account, DeviceId device, Duration within) {
    return first(eq("people", account.value()))
        .filter(call -> places.mayMiss(call, device, within))
        .isPresent();
  }

  /**
   * Changes the call even if it says already that the device is here: another node that is about to
   * say otherwise must find that out.
   */
  @Override
  public boolean follow(AccountId account, DeviceId device, Duration within) {
    return Contention.settle(
        () ->
            first(eq("people", account.value()))
                .filter(call -> SidePlaces.concerns(call, device))
                .map(call -> follow(call, device, within))
                .orElse(Optional.of(true)));
  }

  /** Empty when another step came in between. */
  private Optional<Boolean> follow(Document call, DeviceId device, Duration within) {
    if (places.mayMiss(call, device, within)) {
      return Optional.of(false);
    }
    Bson unchanged = unchanged(call);
    places.move(call, device);
    call.put("signals", List.of());
    call.put("version", DocumentFields.number(call, "version") + 1);
    return handles.run(() -> calls.replaceOne(unchanged, call)).getMatchedCount() == 1
        ? Optional.of(true)
        : Optional.empty();
  }

  @Override
  public Optional<LiveCall> liveOf(AccountId account) {
    return first(eq("people", account.value())).map(CallDocuments::readLive);
  }

  private Optional<Document> first(Bson which) {
    return handles.run(() -> Optional.ofNullable(calls.find(and(which, LIVE)).first()));
  }

  @Override
  public Map<CallId, Set<DeviceId>> devices() {
    return devices(LIVE);
  }

  @Override
  public Map<CallId, Set<DeviceId>> devices(Set<AccountId> people) {
    return people.isEmpty()
        ? Map.of()
        : devices(and(in("people", people.stream().map(AccountId::value).toList()), LIVE));
  }

  private Map<CallId, Set<DeviceId>> devices(Bson which) {
    Map<CallId, Set<DeviceId>> devices = new HashMap<>();
    for (Document call : list(which, include("devices"))) {
      devices.put(
          new CallId(DocumentFields.text(call, "_id")),
          call.getList("devices", String.class).stream()
              .map(DeviceId::new)
              .collect(Collectors.toUnmodifiableSet()));
    }
    return devices;
  }

  @Override
  public List<CallId> due(Instant now) {
    return list(and(LIVE, lte("deadline", Date.from(now))), include("_id")).stream()
        .map(call -> new CallId(DocumentFields.text(call, "_id")))
        .toList();
  }

  private List<Document> list(Bson which, Bson members) {
    return handles.run(() -> calls.find(which).projection(members).into(new ArrayList<>()));
  }

  @Override
  public Page<CallRecord> records(AccountId account, PageRequest page) {
    Bson ended = and(eq("people", account.value()), eq("live", false));
    Bson wanted = page.after().map(after -> and(ended, below(after))).orElse(ended);
    List<CallRecord> records =
        handles.run(
            () ->
                ReadablePages.first(
                    reads
                        .find(wanted)
                        .projection(exclude("signals"))
                        .sort(descending("startedAt", "_id")),
                    page.limit() + 1,
                    CallRecordDocuments::read));
    return Page.of(
        records,
        page,
        call -> new Cursor(Long.toString(call.startedAt().toEpochMilli()), call.id().value()));
  }

  @Override
  public int removeOf(AccountId person, int limit) {
    return removed.remove(person, limit);
  }

  @SuppressWarnings("JavaUtilDate") // The driver stores this type as a date.
  private static Bson below(Cursor after) {
    return Cursors.below("startedAt", new Date(Cursor.number(after.key())), "_id", after.id());
  }
}
