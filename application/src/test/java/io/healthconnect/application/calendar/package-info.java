/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.application.calendar;

import org.jspecify.annotations.NullMarked;
