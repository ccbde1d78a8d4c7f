package io.healthconnect.mongo.db;

/** The collections of the database; docs/mongodb.md says what is in them. */
public enum Collection {
  ACCOUNTS("accounts"),
  SESSIONS("sessions"),
  DOCTORS("doctors"),
  SPECIALIZATIONS("specializations"),
  PATIENTS("patients"),
  APPOINTMENTS("appointments"),
  IDEMPOTENCY_KEYS("idempotencyKeys"),
  MESSAGES("messages"),
  /** What sockets must hear of and no other document tells; see the package {@code change}. */
  EVENTS("events"),
  MIGRATIONS("migrations");

  private final String collectionName;

  Collection(String collectionName) {
    this.collectionName = collectionName;
  }

  public String collectionName() {
    return collectionName;
  }
}
