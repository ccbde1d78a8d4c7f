/**
 * Ways back into an account by mail: a link for a new password, and e-mail addresses that are
 * confirmed by whoever reads mails to them.
 */
@NullMarked
package io.healthconnect.application.recovery;

import org.jspecify.annotations.NullMarked;
