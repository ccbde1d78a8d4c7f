package io.healthconnect.mongo.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.call.ActiveCall;
import io.healthconnect.domain.call.Call;
import io.healthconnect.domain.call.CallId;
import io.healthconnect.domain.call.CallRecord;
import io.healthconnect.domain.call.CallState;
import io.healthconnect.domain.call.Candidate;
import io.healthconnect.domain.call.LiveCall;
import io.healthconnect.domain.call.RingingCall;
import io.healthconnect.domain.call.SessionDescription;
import io.healthconnect.domain.call.Side;
import io.healthconnect.domain.call.Signal;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.KnownMembers;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/**
 * Maps a call to one document: the permanent record, the state while it is live, and the signals of
 * its last step, which reach every node together with that step. An ended call keeps no
 * descriptions and no candidates.
 */
public final class CallDocuments {
  private static final String[] SIDE = {
    "device", "description", "candidates", "waiting", "leaseUntil", "place"
  };

  static final KnownMembers MEMBERS =
      KnownMembers.of(
              "_id",
              "callerId",
              "calleeId",
              "people",
              "live",
              "media",
              "state",
              "startedAt",
              "appointmentId",
              "answeredAt",
              "endedAt",
              "endReason",
              "version",
              "devices",
              "deadline",
              "ringUntil",
              "rung",
              "offered",
              "early")
          .withFresh("signals")
          .withPart("card", "name", "role", "avatar")
          .withPart("caller", SIDE)
          .withPart("callee", SIDE);

  private CallDocuments() {}

  /**
   * @param version counts the steps of the call, from 1
   * @param signals the signals of the step that led to this state
   */
  static Document write(Call call, long version, List<Signal> signals) {
    Document document =
        CallRecordDocuments.write(call.record())
            .append("version", version)
            .append("signals", signals.stream().map(SignalDocuments::write).toList());
    return call.fold(
        ringing -> writeRinging(document, ringing),
        active -> writeActive(document, active),
        ended -> document);
  }

  private static Document writeRinging(Document document, RingingCall call) {
    return writeLive(document, call)
        .append("card", SignalDocuments.writeCard(call.card()))
        .append("ringUntil", Date.from(call.ringUntil()))
        .append("rung", call.rung())
        .append("caller", writeSide(call.caller()))
        .append("offered", call.offered().stream().map(Candidate::json).toList())
        .append("early", call.early().stream().map(CallDocuments::writeEarly).toList());
  }

  private static Document writeActive(Document document, ActiveCall call) {
    return writeLive(document, call)
        .append("caller", writeSide(call.caller()))
        .append("callee", writeSide(call.callee()));
  }

  private static Document writeLive(Document document, LiveCall call) {
    document.append("devices", call.devices().stream().map(DeviceId::value).sorted().toList());
    call.deadline().ifPresent(at -> document.append("deadline", Date.from(at)));
    return document;
  }

  /** The live call of a document whose {@code live} is true. */
  static LiveCall readLive(Document document) {
    CallRecord record = CallRecordDocuments.read(document);
    Side caller = readSide(record, record.caller(), document.get("caller", Document.class));
    if (record.state() == CallState.ACTIVE) {
      Document callee = document.get("callee", Document.class);
      return new ActiveCall(record, caller, readSide(record, record.callee(), callee));
    }
    return new RingingCall(
        record,
        SignalDocuments.readCard(document.get("card", Document.class)),
        document.getDate("ringUntil").toInstant(),
        document.getBoolean("rung"),
        caller,
        document.getList("offered", String.class).stream().map(Candidate::new).toList(),
        document.getList("early", Document.class).stream().map(CallDocuments::readEarly).toList());
  }

  /** The signals of a call's last step, in order, but those of kinds that a newer release made. */
  public static List<Change> changes(Document document) {
    CallId call = new CallId(DocumentFields.text(document, "_id"));
    return DocumentFields.parts(document, "signals").stream()
        .flatMap(signal -> SignalDocuments.read(call, signal).stream())
        .<Change>map(Change.CallSignalled::new)
        .toList();
  }

  private static Document writeSide(Side side) {
    Document document =
        new Document("device", side.device().value())
            .append("description", side.description().json())
            .append("candidates", side.candidates())
            .append("waiting", side.waiting().stream().map(SignalDocuments::writeEvent).toList());
    side.leaseUntil().ifPresent(at -> document.append("leaseUntil", Date.from(at)));
    return document;
  }

  private static Side readSide(CallRecord call, AccountId account, Document document) {
    return new Side(
        account,
        new DeviceId(document.getString("device")),
        CallRecordDocuments.instant(document, "leaseUntil"),
        new SessionDescription(document.getString("description")),
        document.getInteger("candidates"),
        document.getList("waiting", Document.class).stream()
            .flatMap(event -> SignalDocuments.readEvent(call.id(), event).stream())
            .toList());
  }

  private static Document writeEarly(RingingCall.Early early) {
    return new Document("device", early.device().value())
        .append("candidate", early.candidate().json());
  }

  private static RingingCall.Early readEarly(Document document) {
    return new RingingCall.Early(
        new DeviceId(document.getString("device")), new Candidate(document.getString("candidate")));
  }
}
