/**
 * The waiting room: patients come and leave, doctors see who waits and admit them. Edges call the
 * use cases; a regular task notices whose connections are lost.
 */
@NullMarked
package io.healthconnect.application.waiting;

import org.jspecify.annotations.NullMarked;
