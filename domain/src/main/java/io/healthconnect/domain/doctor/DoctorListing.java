package io.healthconnect.domain.doctor;

import io.healthconnect.domain.account.MediaId;
import io.healthconnect.domain.account.PersonName;
import java.util.Optional;

/** A doctor together with what the directory shows beside the profile. */
public record DoctorListing(
    Doctor doctor, PersonName name, Optional<MediaId> avatar, Rating rating) {}
