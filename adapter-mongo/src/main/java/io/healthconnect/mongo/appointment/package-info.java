/** Visits in MongoDB: booking and moving in transactions, lists by index. */
@NullMarked
package io.healthconnect.mongo.appointment;

import org.jspecify.annotations.NullMarked;
