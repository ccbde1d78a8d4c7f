/** Programs in other languages that tests run: what they need is installed for the tests alone. */
@NullMarked
package io.healthconnect.testkit.program;

import org.jspecify.annotations.NullMarked;
