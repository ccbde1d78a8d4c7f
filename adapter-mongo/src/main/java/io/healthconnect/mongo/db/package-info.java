/**
 * Connection to the MongoDB server: the factory of handles, the rules for the address, and the
 * translation of driver exceptions. For the stores of this module.
 */
@NullMarked
package io.healthconnect.mongo.db;

import org.jspecify.annotations.NullMarked;
