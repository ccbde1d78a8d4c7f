/**
 * What every feature of the model shares: results, bad values, paging, identifiers, time slots.
 * Anybody may use it.
 */
@NullMarked
package io.healthconnect.domain;

import org.jspecify.annotations.NullMarked;
