package io.healthconnect.domain.message;

import io.healthconnect.domain.media.MediaId;

/** An image in a message; width and height in pixels. */
public record Image(MediaId id, int width, int height) implements Attachment {}
