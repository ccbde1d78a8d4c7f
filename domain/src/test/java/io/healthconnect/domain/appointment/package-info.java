/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.domain.appointment;

import org.jspecify.annotations.NullMarked;
