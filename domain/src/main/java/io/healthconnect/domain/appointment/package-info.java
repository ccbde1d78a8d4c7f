/**
 * Appointments between a doctor and a patient: life cycle, history, notes, reviews, and contact.
 */
@NullMarked
package io.healthconnect.domain.appointment;

import org.jspecify.annotations.NullMarked;
