/**
 * The way to the MongoDB server: the one factory of handles, its rules for the address, migrations,
 * and the translation of the driver's exceptions. For the stores of this module.
 */
@NullMarked
package io.healthconnect.mongo.db;

import org.jspecify.annotations.NullMarked;
