/** Tests of the directory and of free times, on the stores in memory. */
@NullMarked
package io.healthconnect.application.doctor;

import org.jspecify.annotations.NullMarked;
