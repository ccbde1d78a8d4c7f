/** Patients and their medical records, which only they and their doctors may read. */
@NullMarked
package io.healthconnect.domain.patient;

import org.jspecify.annotations.NullMarked;
