package io.healthconnect.domain.doctor;

import io.healthconnect.domain.Text;

/** The number under which an authority has licensed a doctor: one line, as the doctor writes it. */
public record LicenceNumber(String value) {
  private static final int MAX_LENGTH = 100;

  public LicenceNumber {
    value = Text.line("licenceNumber", value, MAX_LENGTH);
  }
}
