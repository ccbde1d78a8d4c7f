/** Chat between people who share a visit. */
@NullMarked
package io.healthconnect.application.message;

import org.jspecify.annotations.NullMarked;
