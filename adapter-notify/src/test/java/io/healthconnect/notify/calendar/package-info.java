/** Tests of the package of the same name, in which another library reads what is written. */
@NullMarked
package io.healthconnect.notify.calendar;

import org.jspecify.annotations.NullMarked;
