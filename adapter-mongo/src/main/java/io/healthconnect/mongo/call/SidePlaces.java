package io.healthconnect.mongo.call;

import io.healthconnect.domain.presence.DeviceId;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.presence.DevicePlaces;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in a call's document where the device of each side is connected, so that a step which only
 * sends candidates names the nodes that need to hear of it.
 *
 * <p>A place is written only at the version of the call that was read <em>before</em> the store
 * said that the device is there, and a node to which a device comes back changes the call
 * <em>after</em> the store knows of that. So either that node finds the place and replaces it, or
 * the place is not written. What was sent to the former place since may be missing at the new one,
 * so the time of the last such step is kept. A place belongs to one device: an older node, which
 * keeps members that it does not know, may bind the side to another.
 */
final class SidePlaces {
  private static final List<String> SIDES = List.of("caller", "callee");

  /** The clocks of nodes agree to about a second. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final DevicePlaces places;
  private final InstantSource clock;

  SidePlaces(DevicePlaces places, InstantSource clock) {
    this.places = places;
    this.clock = clock;
  }

  /**
   * Adds the places to the next document of a call, and names the nodes of its signals.
   *
   * @param before as it was read, at the version that the next one replaces
   */
  void put(Document before, Document next) {
    for (String side : SIDES) {
      Document is = next.get(side, Document.class);
      Document was = before.get(side, Document.class);
      if (is != null && was != null && device(was).equals(device(is))) {
        set(is, placed(was, is));
      }
    }
    route(next);
  }

  private @Nullable Document placed(Document was, Document is) {
    Document known = place(was);
    if ((known != null && known.containsKey("node")) || is.containsKey("leaseUntil")) {
      return known == null ? null : new Document(known);
    }
    Optional<String> here = places.here(device(is));
    return here.isPresent() ? at(is, here.get(), known) : known;
  }

  /** Names the node of each signal, if all are candidates for devices whose place is known. */
  private void route(Document next) {
    List<Document> signals = DocumentFields.parts(next, "signals");
    List<Optional<Document>> receivers =
        signals.stream().map(each -> receiver(next, each)).toList();
    if (receivers.stream().allMatch(Optional::isPresent)) {
      for (int i = 0; i < signals.size(); i++) {
        Document place = receivers.get(i).orElseThrow();
        signals.get(i).append("node", place.getString("node"));
        place.put("toldAt", Date.from(clock.instant()));
      }
    }
  }

  /** The place of the device that alone is sent a candidate. */
  private static Optional<Document> receiver(Document call, Document signal) {
    String only = signal.getString("only");
    if (only == null || !"candidate".equals(signal.get("event", Document.class).get("kind"))) {
      return Optional.empty();
    }
    return sideOf(call, new DeviceId(only))
        .flatMap(side -> Optional.ofNullable(place(side)))
        .filter(place -> place.containsKey("node"));
  }

  /** As {@link io.healthconnect.domain.call.LiveCalls#mayMiss}. */
  boolean mayMiss(Document call, DeviceId device, Duration within) {
    Instant since = clock.instant().minus(within).minus(MARGIN);
    return sideOf(call, device)
        .flatMap(side -> Optional.ofNullable(place(side)))
        .filter(place -> !hears(place))
        .map(place -> place.getDate("toldAt"))
        .filter(at -> !at.toInstant().isBefore(since))
        .isPresent();
  }

  /** Whether a side of the call is bound to the device. */
  static boolean concerns(Document call, DeviceId device) {
    return sideOf(call, device).isPresent();
  }

  /** Puts the device here, in a call as it was read; nowhere if the store does not say so. */
  void move(Document call, DeviceId device) {
    Document side = sideOf(call, device).orElseThrow();
    Document known = place(side);
    Optional<String> here = places.here(device);
    Document next = at(side, here.orElse(null), known);
    set(side, next);
  }

  private boolean hears(Document place) {
    String node = place.getString("node");
    return node != null && places.isThis(node);
  }

  private static Document at(Document side, @Nullable String node, @Nullable Document known) {
    Document place = new Document("device", device(side).value());
    if (node != null) {
      place.append("node", node);
    }
    if (known != null && known.containsKey("toldAt")) {
      place.append("toldAt", known.get("toldAt"));
    }
    return place;
  }

  private static void set(Document side, @Nullable Document place) {
    if (place == null) {
      side.remove("place");
    } else {
      side.put("place", place);
    }
  }

  private static Optional<Document> sideOf(Document call, DeviceId device) {
    return SIDES.stream()
        .flatMap(name -> Stream.ofNullable(call.get(name, Document.class)))
        .filter(side -> device(side).equals(device))
        .findFirst();
  }

  private static @Nullable Document place(Document side) {
    Document place = side.get("place", Document.class);
    return place != null && device(side).value().equals(place.getString("device")) ? place : null;
  }

  private static DeviceId device(Document side) {
    return new DeviceId(DocumentFields.text(side, "device"));
  }
}
