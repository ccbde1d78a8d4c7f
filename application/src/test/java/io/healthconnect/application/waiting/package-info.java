/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.application.waiting;

import org.jspecify.annotations.NullMarked;
