/**
 * Shared by all features of the model: results, invalid values, paging, identifiers, time slots.
 * Every module may use it.
 */
@NullMarked
package io.healthconnect.domain;

import org.jspecify.annotations.NullMarked;
