/** Routes of the directory and of a doctor's practice. */
@NullMarked
package io.healthconnect.rest.doctor;

import org.jspecify.annotations.NullMarked;
