/** Images: accepting uploads, delivering images to those who may see them, and removing them. */
@NullMarked
package io.healthconnect.application.media;

import org.jspecify.annotations.NullMarked;
