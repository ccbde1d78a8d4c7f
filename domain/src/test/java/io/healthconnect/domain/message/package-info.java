/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.domain.message;

import org.jspecify.annotations.NullMarked;
