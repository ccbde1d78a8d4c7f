/** Calls as documents: the state of a live call, what its last step told, and the log. */
@NullMarked
package io.healthconnect.mongo.call;

import org.jspecify.annotations.NullMarked;
