/** Signing up, in and out, and knowing who asks. */
@NullMarked
package io.healthconnect.application.account;

import org.jspecify.annotations.NullMarked;
