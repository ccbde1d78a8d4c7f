/**
 * Calls: start, answer, exchange descriptions and candidates, resume, end. The signaling edge calls
 * these use cases and delivers the signals from the change feed. Rate limits belong to the edge.
 */
@NullMarked
package io.healthconnect.application.call;

import org.jspecify.annotations.NullMarked;
