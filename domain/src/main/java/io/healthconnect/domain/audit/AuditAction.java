package io.healthconnect.domain.audit;

/** What an entry of the audit log tells of. */
public enum AuditAction {
  /** Somebody else read a patient's record. */
  RECORD_READ("record_read"),
  /** Somebody else read an appointment with notes. */
  NOTES_READ("notes_read"),
  /** Somebody else read an image or a document of a message. */
  IMAGE_READ("image_read"),
  /** An admin looked at a document that a doctor has shown in order to be approved. */
  DOCUMENT_READ("document_read"),
  SIGNED_IN("signed_in"),
  /** Somebody entered a wrong password, or one for an e-mail address of nobody. */
  SIGN_IN_REFUSED("sign_in_refused"),
  /** Somebody entered the right password of an account that is disabled. */
  DISABLED_SIGN_IN_REFUSED("disabled_sign_in_refused"),
  /** Somebody entered the right password, and was asked for the code of the second factor. */
  SECOND_FACTOR_ASKED("second_factor_asked"),
  /** Somebody entered the right password, but a wrong code of the second factor. */
  SECOND_FACTOR_REFUSED("second_factor_refused"),
  /** Somebody who was logged in had to enter the password again, and entered a wrong one. */
  CONFIRMATION_REFUSED("confirmation_refused"),
  /**
   * After too many wrong passwords, others were not even looked at. One entry stands for all until
   * the wait ends, so that the log does not grow with each.
   */
  PASSWORDS_THROTTLED("passwords_throttled"),
  /** A recovery code stood in for the second factor of a sign-in. */
  RECOVERY_CODE_USED("recovery_code_used"),
  SECOND_FACTOR_ON("second_factor_on"),
  SECOND_FACTOR_OFF("second_factor_off"),
  /** An admin, or whoever runs the server, removed the lost second factor of somebody. */
  SECOND_FACTOR_REMOVED("second_factor_removed"),
  ADMIN_CREATED("admin_created"),
  DOCTOR_APPROVED("doctor_approved"),
  DOCTOR_REJECTED("doctor_rejected"),
  ACCOUNT_DISABLED("account_disabled"),
  ACCOUNT_ENABLED("account_enabled"),
  RESET_LINK_ISSUED("reset_link_issued"),
  /** Somebody asked for a mail with a link for a new password, and it was sent. */
  RESET_LINK_MAILED("reset_link_mailed"),
  /** Somebody set a new password with such a link. */
  PASSWORD_RESET("password_reset"),
  /** Somebody who is logged in changed the password. */
  PASSWORD_CHANGED("password_changed"),
  /** Somebody who is logged in wants another e-mail address, which has to be confirmed. */
  EMAIL_CHANGE_REQUESTED("email_change_requested"),
  /** The new address was confirmed, and counts from now on. */
  EMAIL_CHANGED("email_changed"),
  /** Somebody made a new calendar link, and ended the former one. */
  CALENDAR_LINK_RENEWED("calendar_link_renewed"),
  /** Somebody downloaded all data of the own account. */
  DATA_EXPORTED("data_exported"),
  /** The owner or an admin erased an account. */
  ACCOUNT_ERASED("account_erased"),
  /** An admin looked at accounts. */
  ACCOUNTS_LISTED("accounts_listed"),
  /** An admin looked at one account. */
  ACCOUNT_READ("account_read"),
  /** An admin looked at the audit log. */
  AUDIT_READ("audit_read"),
  /** An admin looked at how the system is doing. */
  SYSTEM_READ("system_read");

  private final String code;

  AuditAction(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException if no action has the code
   */
  public static AuditAction restore(String code) {
    for (AuditAction action : values()) {
      if (action.code.equals(code)) {
        return action;
      }
    }
    throw new IllegalArgumentException("not an action");
  }
}
