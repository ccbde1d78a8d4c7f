/** Patients in MongoDB. */
@NullMarked
package io.healthconnect.mongo.patient;

import org.jspecify.annotations.NullMarked;
