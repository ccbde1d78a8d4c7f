/** What the directory searches by and orders by, kept up to date by accounts and doctors. */
@NullMarked
package io.healthconnect.sqlite.search;

import org.jspecify.annotations.NullMarked;
