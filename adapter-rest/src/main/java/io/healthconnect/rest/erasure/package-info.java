/** Erasing accounts: one's own, and as an admin those of others. */
@NullMarked
package io.healthconnect.rest.erasure;

import org.jspecify.annotations.NullMarked;
