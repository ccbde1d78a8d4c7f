/** The search words of the directory, kept in step with accounts and profiles. */
@NullMarked
package io.healthconnect.mongo.search;

import org.jspecify.annotations.NullMarked;
