/** The use cases of notices: a person reads them and marks them as read. */
@NullMarked
package io.healthconnect.application.notice;

import org.jspecify.annotations.NullMarked;
