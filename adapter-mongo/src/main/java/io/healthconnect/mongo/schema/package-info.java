/**
 * The collections of the database, and the numbered steps that bring their indexes and validators
 * up to date. For the stores of this module.
 */
@NullMarked
package io.healthconnect.mongo.schema;

import org.jspecify.annotations.NullMarked;
