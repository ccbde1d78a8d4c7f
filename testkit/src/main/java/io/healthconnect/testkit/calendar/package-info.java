/** The contract of calendar links, and an adapter in memory. */
@NullMarked
package io.healthconnect.testkit.calendar;

import org.jspecify.annotations.NullMarked;
