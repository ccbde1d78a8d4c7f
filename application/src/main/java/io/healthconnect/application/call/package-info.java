/**
 * Calls: start, answer, exchange descriptions and candidates, resume, end. The signaling edge calls
 * these and delivers the signals that come out of the change feed; rate limits are the edge's.
 */
@NullMarked
package io.healthconnect.application.call;

import org.jspecify.annotations.NullMarked;
