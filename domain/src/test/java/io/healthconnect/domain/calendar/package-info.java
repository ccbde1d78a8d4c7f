/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.domain.calendar;

import org.jspecify.annotations.NullMarked;
