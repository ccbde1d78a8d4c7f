@NullMarked
package io.healthconnect.domain.push;

import org.jspecify.annotations.NullMarked;
