/** Publishes the change stream of MongoDB as the change feed of the domain. */
@NullMarked
package io.healthconnect.mongo.change;

import org.jspecify.annotations.NullMarked;
