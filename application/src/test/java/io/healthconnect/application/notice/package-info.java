@NullMarked
package io.healthconnect.application.notice;

import org.jspecify.annotations.NullMarked;
