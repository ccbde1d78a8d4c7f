/** The contract of notices, and notices in memory. */
@NullMarked
package io.healthconnect.testkit.notice;

import org.jspecify.annotations.NullMarked;
