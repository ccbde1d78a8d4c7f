/** What admins do: find accounts, decide about them, and hand out links. */
@NullMarked
package io.healthconnect.application.administration;

import org.jspecify.annotations.NullMarked;
