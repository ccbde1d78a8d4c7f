@NullMarked
package io.healthconnect.notify.push;

import org.jspecify.annotations.NullMarked;
