/** The words of mails and calendars, in each language. */
@NullMarked
package io.healthconnect.notify.words;

import org.jspecify.annotations.NullMarked;
