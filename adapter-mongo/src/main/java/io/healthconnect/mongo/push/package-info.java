/** Subscriptions of Web Push, and the key pair of the site, in MongoDB. */
@NullMarked
package io.healthconnect.mongo.push;

import org.jspecify.annotations.NullMarked;
