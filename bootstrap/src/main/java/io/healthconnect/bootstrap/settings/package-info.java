/**
 * Everything that can be set from outside, as one table of {@link
 * io.healthconnect.bootstrap.settings.Setting}s, and the parsing of environment variables and
 * flags. The wiring asks {@link io.healthconnect.bootstrap.settings.Settings} for typed values;
 * nothing else reads the environment.
 */
@NullMarked
package io.healthconnect.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
