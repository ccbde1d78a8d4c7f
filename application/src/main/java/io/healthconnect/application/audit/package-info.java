/** Writes and shows the audit log. */
@NullMarked
package io.healthconnect.application.audit;

import org.jspecify.annotations.NullMarked;
