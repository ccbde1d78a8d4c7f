package io.healthconnect.domain.message;

import io.healthconnect.domain.media.MediaId;

/**
 * A PDF document in a message.
 *
 * @param bytes the length of the file
 */
public record Document(MediaId id, DocumentName name, long bytes) implements Attachment {}
