/** The directory of doctors, their free slots and reviews, and changes of the practice. */
@NullMarked
package io.healthconnect.application.doctor;

import org.jspecify.annotations.NullMarked;
