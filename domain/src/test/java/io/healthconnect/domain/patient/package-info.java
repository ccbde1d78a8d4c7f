/** Tests of patients and their records. */
@NullMarked
package io.healthconnect.domain.patient;

import org.jspecify.annotations.NullMarked;
