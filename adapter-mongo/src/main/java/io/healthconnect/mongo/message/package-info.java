/** Messages in MongoDB: numbers without gaps, read marks, conversations. */
@NullMarked
package io.healthconnect.mongo.message;

import org.jspecify.annotations.NullMarked;
