/** The outbox in MongoDB. Notices are added to it as part of the transactions that store them. */
@NullMarked
package io.healthconnect.mongo.outbox;

import org.jspecify.annotations.NullMarked;
