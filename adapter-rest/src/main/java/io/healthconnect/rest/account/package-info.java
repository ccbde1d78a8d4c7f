/** Routes of accounts and sessions. */
@NullMarked
package io.healthconnect.rest.account;

import org.jspecify.annotations.NullMarked;
