/** Routes of visits. */
@NullMarked
package io.healthconnect.rest.appointment;

import org.jspecify.annotations.NullMarked;
