/** Calls as documents: the state of a live call, the signals of its last step, and call records. */
@NullMarked
package io.healthconnect.mongo.call;

import org.jspecify.annotations.NullMarked;
