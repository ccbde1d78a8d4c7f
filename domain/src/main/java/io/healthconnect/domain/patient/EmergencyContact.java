package io.healthconnect.domain.patient;

import io.healthconnect.domain.Text;
import java.util.Optional;

/** A person to contact in an emergency. */
public record EmergencyContact(String name, Optional<String> relation, String contactNumber) {
  public EmergencyContact {
    name = Text.line("emergencyContacts.name", name, 100);
    relation = relation.map(r -> Text.line("emergencyContacts.relation", r, 60));
    contactNumber = PhoneNumbers.check("emergencyContacts.contactNumber", contactNumber);
  }
}
