package io.healthconnect.application.media;

import io.healthconnect.domain.media.ImageCleaner;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.domain.media.MediaRepository;

/** What images need from outside. */
public record MediaPorts(MediaRepository media, ImageStore images, ImageCleaner cleaner) {}
