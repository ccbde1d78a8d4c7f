/** Tests of the package of the same name. */
@NullMarked
package io.healthconnect.domain.account;

import org.jspecify.annotations.NullMarked;
