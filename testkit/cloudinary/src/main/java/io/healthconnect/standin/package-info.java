/** A stand-in for Cloudinary on this machine, for tests and fault runs only. */
@NullMarked
package io.healthconnect.standin;

import org.jspecify.annotations.NullMarked;
