/** Images: taking them in, handing them out to those who may see them, removing them. */
@NullMarked
package io.healthconnect.application.media;

import org.jspecify.annotations.NullMarked;
