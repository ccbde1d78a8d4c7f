@NullMarked
package io.healthconnect.domain.waiting;

import org.jspecify.annotations.NullMarked;
