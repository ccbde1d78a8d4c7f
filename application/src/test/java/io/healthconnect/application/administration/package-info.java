@NullMarked
package io.healthconnect.application.administration;

import org.jspecify.annotations.NullMarked;
