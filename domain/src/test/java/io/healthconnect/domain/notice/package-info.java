/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.domain.notice;

import org.jspecify.annotations.NullMarked;
