/** Signing up, logging in and out, and authenticating requests. */
@NullMarked
package io.healthconnect.application.account;

import org.jspecify.annotations.NullMarked;
