package io.healthconnect.rest.administration;

import io.healthconnect.application.administration.AccountDetails;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.RejectionReason;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.account.ApprovalCodes;
import io.healthconnect.rest.doctor.LanguageTags;
import io.healthconnect.rest.evidence.EvidenceResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as admins see it, without anything of a patient's record.
 *
 * @param state {@code active}, {@code pending}, {@code rejected} or {@code disabled}
 * @param approval null for everybody but doctors
 * @param rejectionReason why a doctor was rejected, if an admin has said so
 */
record ManagedUser(
    String id,
    String role,
    String name,
    String email,
    @Nullable String avatar,
    String createdAt,
    String state,
    @Nullable String approval,
    @Nullable String rejectionReason,
    boolean disabled,
    boolean secondFactor) {

  /** An account with what a doctor says about the practice. */
  record Detailed(
      String id,
      String role,
      String name,
      String email,
      @Nullable String avatar,
      String createdAt,
      String state,
      @Nullable String approval,
      @Nullable String rejectionReason,
      boolean disabled,
      boolean secondFactor,
      @Nullable Practice practice,
      @Nullable EvidenceResponse credentials) {

    static Detailed of(AccountDetails details) {
      ManagedUser user = ManagedUser.of(details.account());
      return new Detailed(
          user.id,
          user.role,
          user.name,
          user.email,
          user.avatar,
          user.createdAt,
          user.state,
          user.approval,
          user.rejectionReason,
          user.disabled,
          user.secondFactor,
          details.practice().map(Practice::of).orElse(null),
          details.account().role() == Role.DOCTOR
              ? EvidenceResponse.of(
                  details.evidence(), document -> "/api/admin/documents/" + document.value())
              : null);
    }
  }

  /** What a doctor says about the practice. */
  record Practice(
      String specialization,
      int experience,
      String qualification,
      String about,
      List<String> languages,
      @Nullable String contactNumber,
      String timeZone) {

    private static Practice of(DoctorListing listing) {
      DoctorProfile profile = listing.doctor().profile();
      return new Practice(
          profile.specialization(),
          profile.experience(),
          profile.qualification(),
          profile.about(),
          LanguageTags.of(profile),
          profile.contactNumber().orElse(null),
          profile.timeZone().getId());
    }
  }

  static ManagedUser of(Account account) {
    return new ManagedUser(
        account.id().value(),
        account.role().code(),
        account.name().value(),
        account.email().value(),
        MediaPaths.of(account.avatar()),
        WireTimes.instant(account.createdAt()),
        account.standing().state().code(),
        account.role() == Role.DOCTOR ? ApprovalCodes.of(account.standing().approval()) : null,
        account.standing().rejection().map(RejectionReason::value).orElse(null),
        account.standing().disabled(),
        account.secondFactor());
  }
}
