/**
 * The bytes of images at Cloudinary: private there, and shown by addresses that expire. Wiring
 * makes the store from an address; nobody else looks in here.
 */
@NullMarked
package io.healthconnect.cloudinary;

import org.jspecify.annotations.NullMarked;
