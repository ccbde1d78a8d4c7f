/**
 * Gives people everything that is stored of them: as of one instant, piece by piece, so that the
 * size of an account does not matter.
 */
@NullMarked
package io.healthconnect.application.export;

import org.jspecify.annotations.NullMarked;
