/** Notices in MongoDB. Other repositories write them as part of their transactions. */
@NullMarked
package io.healthconnect.mongo.notice;

import org.jspecify.annotations.NullMarked;
