/** Routes of patients' records. */
@NullMarked
package io.healthconnect.rest.patient;

import org.jspecify.annotations.NullMarked;
