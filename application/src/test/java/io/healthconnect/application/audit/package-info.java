@NullMarked
package io.healthconnect.application.audit;

import org.jspecify.annotations.NullMarked;
