package io.healthconnect.application.administration;

import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.Evidence;
import java.util.Optional;

/**
 * What admins see of an account. A patient's record is not among it.
 *
 * @param practice what a doctor says about the practice; empty for everybody else
 * @param evidence what a doctor has shown in order to be approved; nothing for everybody else
 */
public record AccountDetails(
    Account account, Optional<DoctorListing> practice, Evidence evidence) {}
