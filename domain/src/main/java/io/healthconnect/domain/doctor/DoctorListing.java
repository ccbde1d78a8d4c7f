package io.healthconnect.domain.doctor;

import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.account.Visibility;
import io.healthconnect.domain.media.MediaId;
import java.util.Optional;

/** A doctor together with what the directory shows besides the profile. */
public record DoctorListing(
    Doctor doctor,
    PersonName name,
    Optional<MediaId> avatar,
    Rating rating,
    Visibility visibility) {}
