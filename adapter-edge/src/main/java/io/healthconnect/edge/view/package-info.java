/**
 * How both edges represent the model: plain records with the names of the wire contract, so that
 * REST and signaling agree. Members without a value are null.
 */
@NullMarked
package io.healthconnect.edge.view;

import org.jspecify.annotations.NullMarked;
