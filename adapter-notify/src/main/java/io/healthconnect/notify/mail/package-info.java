/**
 * Mails over SMTP: their texts in each language, and the way to the mail server. No mail holds
 * health data.
 */
@NullMarked
package io.healthconnect.notify.mail;

import org.jspecify.annotations.NullMarked;
