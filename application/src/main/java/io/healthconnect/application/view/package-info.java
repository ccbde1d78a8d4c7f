/**
 * The shapes in which edges show the model: plain records with the names of the wire contract, so
 * that REST and signaling say the same. Members without a value are null.
 */
@NullMarked
package io.healthconnect.application.view;

import org.jspecify.annotations.NullMarked;
