/** Tests of calls. */
@NullMarked
package io.healthconnect.domain.call;

import org.jspecify.annotations.NullMarked;
