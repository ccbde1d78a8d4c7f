@NullMarked
package io.healthconnect.application.erasure;

import org.jspecify.annotations.NullMarked;
