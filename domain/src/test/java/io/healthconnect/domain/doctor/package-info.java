/** Tests of slots, schedules and rules. */
@NullMarked
package io.healthconnect.domain.doctor;

import org.jspecify.annotations.NullMarked;
