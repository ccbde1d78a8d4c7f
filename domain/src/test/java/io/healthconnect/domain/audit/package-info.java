@NullMarked
package io.healthconnect.domain.audit;

import org.jspecify.annotations.NullMarked;
