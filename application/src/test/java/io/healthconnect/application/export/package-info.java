@NullMarked
package io.healthconnect.application.export;

import org.jspecify.annotations.NullMarked;
