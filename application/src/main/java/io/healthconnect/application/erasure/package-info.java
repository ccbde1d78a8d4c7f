/**
 * What happens when a person, or an admin on a person's behalf, has an account erased: the account
 * itself in one step of the store, and afterwards what it was in the middle of. The latter is
 * repeated until it is done, whatever fails when.
 */
@NullMarked
package io.healthconnect.application.erasure;

import org.jspecify.annotations.NullMarked;
