/** The use cases of Health Connect and the facade that a host application embeds. */
@NullMarked
package io.healthconnect.application;

import org.jspecify.annotations.NullMarked;
