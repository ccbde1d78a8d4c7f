package io.healthconnect.testkit.appointment;

import io.healthconnect.domain.appointment.Appointment;
import io.healthconnect.domain.appointment.Hold;
import io.healthconnect.domain.patient.PatientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The stored holds; used inside the steps of a store. */
public final class InMemoryHolds {
  private final Map<PatientId, Hold> holds = new HashMap<>();

  Collection<Hold> all() {
    return holds.values();
  }

  Optional<Hold> of(PatientId patient) {
    return Optional.ofNullable(holds.get(patient));
  }

  void put(Hold hold) {
    holds.put(hold.patient(), hold);
  }

  boolean bar(Appointment wanted) {
    return holds.values().stream().anyMatch(hold -> hold.bars(wanted));
  }

  /** Ends the patient's hold. */
  public void remove(PatientId patient) {
    holds.remove(patient);
  }
}
