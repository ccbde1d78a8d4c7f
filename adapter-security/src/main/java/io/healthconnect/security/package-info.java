/**
 * Passwords, session tokens, identifiers and TURN credentials: the security ports of the domain on
 * bcrypt, java-jwt and zxcvbn's password list. Only bootstrap builds these classes.
 */
@NullMarked
package io.healthconnect.security;

import org.jspecify.annotations.NullMarked;
