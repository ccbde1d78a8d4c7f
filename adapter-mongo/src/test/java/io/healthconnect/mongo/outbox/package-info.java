/** Tests of the outbox in MongoDB. */
@NullMarked
package io.healthconnect.mongo.outbox;

import org.jspecify.annotations.NullMarked;
