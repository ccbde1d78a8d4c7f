/** Tests of appointments in MongoDB. */
@NullMarked
package io.healthconnect.mongo.appointment;

import org.jspecify.annotations.NullMarked;
