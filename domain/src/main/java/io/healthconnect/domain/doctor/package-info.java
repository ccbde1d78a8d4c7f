/**
 * Doctors: profile, weekly schedule, dated overrides, booking rules, and the computation of
 * bookable times.
 */
@NullMarked
package io.healthconnect.domain.doctor;

import org.jspecify.annotations.NullMarked;
