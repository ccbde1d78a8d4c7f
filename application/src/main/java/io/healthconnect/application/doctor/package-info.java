/** The directory of doctors, their free times, and how doctors keep their practice. */
@NullMarked
package io.healthconnect.application.doctor;

import org.jspecify.annotations.NullMarked;
