/** Routes of notices. */
@NullMarked
package io.healthconnect.rest.notice;

import org.jspecify.annotations.NullMarked;
