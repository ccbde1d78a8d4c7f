/**
 * Passwords, session tokens, identifiers and TURN credentials: the security ports of the domain,
 * implemented with bcrypt, java-jwt and zxcvbn's password list. Only {@code bootstrap} constructs
 * these classes.
 */
@NullMarked
package io.healthconnect.security;

import org.jspecify.annotations.NullMarked;
