package io.healthconnect.mongo.schema;

/** The collections of the database; docs/mongodb.md describes their content. */
public enum CollectionName {
  ACCOUNTS("accounts"),
  SESSIONS("sessions"),
  /** One-time permissions to set a new password; the id is the hash of the secret. */
  RESET_TOKENS("resetTokens"),
  /** One-time proofs that somebody reads mails to an address; the id is the hash of the secret. */
  EMAIL_TOKENS("emailTokens"),
  /** Who looked at whose data, who logged in, and what admins decided; the id is the number. */
  AUDIT("audit"),
  DOCTORS("doctors"),
  SPECIALIZATIONS("specializations"),
  PATIENTS("patients"),
  APPOINTMENTS("appointments"),
  /** Every version of the notes on an appointment. */
  APPOINTMENT_NOTES("appointmentNotes"),
  /** Every change of an appointment's status. */
  APPOINTMENT_CHANGES("appointmentChanges"),
  IDEMPOTENCY_KEYS("idempotencyKeys"),
  /** Free times that are kept for a patient for a few minutes; the id is the patient's. */
  HOLDS("holds"),
  /** By how many minutes doctors are late; the id is the doctor's. */
  RUNNING_LATE("runningLate"),
  /** When patients were there, and the devices that wait; the id is the appointment's. */
  ATTENDANCES("attendances"),
  MESSAGES("messages"),
  NOTICES("notices"),
  /** Notices that wait to leave by mail; the id is that of the notice. */
  OUTBOX("outbox"),
  /** Wishes for mails about access to accounts. */
  ACCOUNT_MAILS("accountMails"),
  /** Notices that wait to leave by Web Push; the id is that of the notice and the subscription. */
  PUSH_OUTBOX("pushOutbox"),
  /** Devices that people have subscribed to notices; the id is the hash of the endpoint. */
  PUSH_SUBSCRIPTIONS("pushSubscriptions"),
  /** By which push services recognise this site. */
  VAPID_KEYS("vapidKeys"),
  /** How people want to be told; the id is the account's. */
  NOTICE_SETTINGS("noticeSettings"),
  /** Whom to remind of which confirmed appointment, and when. */
  REMINDERS("reminders"),
  MEDIA("media"),
  CALLS("calls"),
  /** Connected devices, each with the node that holds it. */
  DEVICES("devices"),
  /** Nodes that are up. */
  NODES("nodes"),
  /** Changes for sockets that no other document describes; see the package {@code event}. */
  EVENTS("events"),
  MIGRATIONS("migrations");

  private final String text;

  CollectionName(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
