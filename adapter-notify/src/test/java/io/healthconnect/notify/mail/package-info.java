/** Tests of mails, against a mail server that can fail. */
@NullMarked
package io.healthconnect.notify.mail;

import org.jspecify.annotations.NullMarked;
