/**
 * Web Push: the devices that people have subscribed, and the port of whatever hands notices to push
 * services. A subscription comes from outside; everything in it is checked here.
 */
@NullMarked
package io.healthconnect.domain.push;

import org.jspecify.annotations.NullMarked;
