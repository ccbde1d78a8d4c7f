/** Doctors, with their schedule in the same document, and the directory. */
@NullMarked
package io.healthconnect.mongo.doctor;

import org.jspecify.annotations.NullMarked;
