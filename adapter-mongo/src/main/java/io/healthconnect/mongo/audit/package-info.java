/** The audit log in MongoDB. */
@NullMarked
package io.healthconnect.mongo.audit;

import org.jspecify.annotations.NullMarked;
