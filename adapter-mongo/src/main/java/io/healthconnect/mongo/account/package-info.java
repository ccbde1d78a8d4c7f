/** Accounts and sessions in MongoDB. */
@NullMarked
package io.healthconnect.mongo.account;

import org.jspecify.annotations.NullMarked;
