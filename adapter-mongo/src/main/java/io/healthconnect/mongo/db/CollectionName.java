package io.healthconnect.mongo.db;

/** The collections of the database; docs/mongodb.md says what is in them. */
public enum CollectionName {
  ACCOUNTS("accounts"),
  SESSIONS("sessions"),
  DOCTORS("doctors"),
  SPECIALIZATIONS("specializations"),
  PATIENTS("patients"),
  APPOINTMENTS("appointments"),
  IDEMPOTENCY_KEYS("idempotencyKeys"),
  MESSAGES("messages"),
  MEDIA("media"),
  CALLS("calls"),
  /** Connected devices, each with the node that holds it. */
  DEVICES("devices"),
  /** Nodes that are up. */
  NODES("nodes"),
  /** What sockets must hear of and no other document tells; see the package {@code event}. */
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
