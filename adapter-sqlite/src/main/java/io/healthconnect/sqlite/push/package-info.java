/** Subscriptions of Web Push, and the key pair of the site, in SQLite. */
@NullMarked
package io.healthconnect.sqlite.push;

import org.jspecify.annotations.NullMarked;
