/**
 * Starts, breaks and ends real MongoDB servers on this machine. For tests and fault runs only;
 * nothing that is shipped depends on it.
 */
@NullMarked
package io.healthconnect.mongod;

import org.jspecify.annotations.NullMarked;
