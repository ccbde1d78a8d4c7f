@NullMarked
package io.healthconnect.testkit.push;

import org.jspecify.annotations.NullMarked;
