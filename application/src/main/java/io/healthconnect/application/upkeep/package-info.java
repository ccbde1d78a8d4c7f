/**
 * The tasks that must run periodically while a host runs, and a scheduler for them. Hosts with
 * their own scheduler use only the list.
 */
@NullMarked
package io.healthconnect.application.upkeep;

import org.jspecify.annotations.NullMarked;
