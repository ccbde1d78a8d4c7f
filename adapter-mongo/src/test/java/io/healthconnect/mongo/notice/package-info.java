/** Tests of notices and reminders in MongoDB. */
@NullMarked
package io.healthconnect.mongo.notice;

import org.jspecify.annotations.NullMarked;
