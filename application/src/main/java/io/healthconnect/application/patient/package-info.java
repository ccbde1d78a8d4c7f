/** Patients' records: for themselves and for their doctors. */
@NullMarked
package io.healthconnect.application.patient;

import org.jspecify.annotations.NullMarked;
