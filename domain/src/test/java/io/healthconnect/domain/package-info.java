/** Tests. */
@NullMarked
package io.healthconnect.domain;

import org.jspecify.annotations.NullMarked;
