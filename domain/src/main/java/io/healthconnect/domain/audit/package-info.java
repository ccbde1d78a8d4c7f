/**
 * Who looked at whose data, who logged in, and what admins decided: the log and its chain of
 * hashes.
 */
@NullMarked
package io.healthconnect.domain.audit;

import org.jspecify.annotations.NullMarked;
