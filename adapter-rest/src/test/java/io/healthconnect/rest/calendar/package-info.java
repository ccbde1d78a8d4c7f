/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.rest.calendar;

import org.jspecify.annotations.NullMarked;
