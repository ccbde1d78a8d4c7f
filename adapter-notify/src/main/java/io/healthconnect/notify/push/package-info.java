/**
 * Hands notices to the push services of browsers. Whom they are handed to comes from outside, so
 * nothing but public addresses is ever called.
 */
@NullMarked
package io.healthconnect.notify.push;

import org.jspecify.annotations.NullMarked;
