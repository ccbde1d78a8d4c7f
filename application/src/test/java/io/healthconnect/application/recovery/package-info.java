/** Tests of recovery by mail. */
@NullMarked
package io.healthconnect.application.recovery;

import org.jspecify.annotations.NullMarked;
