/**
 * The waiting room: whether a patient may wait for an appointment, who waits with which devices,
 * and whether a patient was there at all. Use cases of the waiting room and of calls change it.
 */
@NullMarked
package io.healthconnect.domain.waiting;

import org.jspecify.annotations.NullMarked;
