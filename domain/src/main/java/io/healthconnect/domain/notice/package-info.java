/**
 * What a person should know although no page shows it: a notice is kept for each, numbered, and
 * written in the same step as the change that it tells of.
 */
@NullMarked
package io.healthconnect.domain.notice;

import org.jspecify.annotations.NullMarked;
