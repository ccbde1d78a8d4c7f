/**
 * The search words and sort keys of the directory, which changes of accounts and doctors keep up to
 * date.
 */
@NullMarked
package io.healthconnect.sqlite.search;

import org.jspecify.annotations.NullMarked;
