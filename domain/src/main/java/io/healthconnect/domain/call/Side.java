package io.healthconnect.domain.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.presence.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's part of a call, bound to one device.
 *
 * @param leaseUntil when the side is lost; empty while its device is connected
 * @param description the last description that this side sent
 * @param candidates how many candidates it has sent since that description, counting those that
 *     were sent early for the answer
 * @param waiting what the other side sent while this one was away, in order; the first item, if
 *     any, is a description
 */
public record Side(
    AccountId account,
    DeviceId device,
    Optional<Instant> leaseUntil,
    SessionDescription description,
    int candidates,
    List<Signal.Event> waiting) {

  static final int MAX_WAITING_DESCRIPTIONS = 8;

  /** Stands for an unknown device; it is never connected. */
  private static final DeviceId GONE = new DeviceId("gone");

  public Side {
    waiting = List.copyOf(waiting);
  }

  /** The side of a caller, who starts the call with an offer. */
  public static Side calling(AccountId account, DeviceId device, SessionDescription offer) {
    return of(account, device, offer, 0);
  }

  static Side of(
      AccountId account, DeviceId device, SessionDescription description, int candidates) {
    return new Side(account, device, Optional.empty(), description, candidates, List.of());
  }

  /** A side of which only the description is left. It is away until a device takes it over. */
  static Side away(AccountId account, SessionDescription description, Instant leaseUntil) {
    return new Side(account, GONE, Optional.of(leaseUntil), description, 0, List.of());
  }

  boolean isAway() {
    return leaseUntil.isPresent();
  }

  /**
   * Whether signals from this device are accepted: it is the bound device, or the bound device is
   * gone.
   */
  boolean accepts(DeviceId sender) {
    return device.equals(sender) || isAway();
  }

  boolean isLostAt(Instant now) {
    return leaseUntil.isPresent() && !leaseUntil.get().isAfter(now);
  }

  Side boundTo(DeviceId newDevice) {
    return new Side(account, newDevice, Optional.empty(), description, candidates, List.of());
  }

  Side away(Instant until) {
    return new Side(account, device, Optional.of(until), description, candidates, waiting);
  }

  Side withCandidate() {
    return new Side(account, device, leaseUntil, description, candidates + 1, waiting);
  }

  Side withDescription(SessionDescription sent) {
    return new Side(account, device, leaseUntil, sent, 0, waiting);
  }

  boolean hasSent(int limit) {
    return candidates >= limit;
  }

  /**
   * Keeps a description. It contains the candidates of older ones, so they need not wait any more.
   */
  Optional<Side> withWaitingDescription(Signal.Event event) {
    List<Signal.Event> kept = new ArrayList<>();
    for (Signal.Event item : waiting) {
      if (!(item instanceof Signal.CandidateSent)) {
        kept.add(item);
      }
    }
    kept.add(event);
    return kept.size() > MAX_WAITING_DESCRIPTIONS ? Optional.empty() : Optional.of(waiting(kept));
  }

  /** Keeps a candidate, after the description it belongs to. */
  Side withWaitingCandidate(Signal.CandidateSent event, SessionDescription belongsTo) {
    List<Signal.Event> kept = new ArrayList<>(waiting);
    if (kept.isEmpty()) {
      kept.add(new Signal.DescriptionSent(event.callId(), event.from(), belongsTo));
    }
    kept.add(event);
    return waiting(kept);
  }

  /** The same side with these items waiting. */
  Side waiting(List<Signal.Event> items) {
    return new Side(account, device, leaseUntil, description, candidates, items);
  }

  Signal tell(Signal.Event event) {
    return new Signal(account, new Signal.Only(device), event);
  }

  List<Signal> tellWaiting(DeviceId newDevice) {
    return waiting.stream()
        .map(event -> new Signal(account, new Signal.Only(newDevice), event))
        .toList();
  }
}
