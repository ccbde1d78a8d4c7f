/** Appointments in MongoDB: booking and rescheduling in transactions, lists by index. */
@NullMarked
package io.healthconnect.mongo.appointment;

import org.jspecify.annotations.NullMarked;
