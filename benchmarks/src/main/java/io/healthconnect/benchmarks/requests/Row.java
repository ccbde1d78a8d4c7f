package io.healthconnect.benchmarks.requests;

/**
 * The requests that are measured. What the original took (Express 4, Mongoose 8, on MongoDB) was
 * measured once on another machine of two cores; its code is not here.
 */
public enum Row {
  DOCTORS("doctors list (20)", 4_600, 20, 10),
  DOCTORS_ANEW("doctors list (20), none kept", 4_600, 20, 10),
  DOCTOR("doctor", 930, 12, 8),
  ME("me", 1_350, 15, 10),
  APPOINTMENTS("my appointments (20)", 5_400, 20, 10),
  CONVERSATION("conversation (50)", 3_000, 15, 8),
  SEND("send message", 2_300, 10, 4),
  BOOK("book, with every check", 4_400, 8, 4);

  private final String title;
  private final int originalMicros;
  private final int goalOnSqlite;
  private final int goalOnMongo;

  Row(String title, int originalMicros, int goalOnSqlite, int goalOnMongo) {
    this.title = title;
    this.originalMicros = originalMicros;
    this.goalOnSqlite = goalOnSqlite;
    this.goalOnMongo = goalOnMongo;
  }

  String title() {
    return title;
  }

  /** CPU time of the original, server and database together. */
  int originalMicros() {
    return originalMicros;
  }

  /** How many times less than the original a request may take. */
  int goal(boolean mongo) {
    return mongo ? goalOnMongo : goalOnSqlite;
  }

  boolean writes() {
    return this == SEND || this == BOOK;
  }

  int status() {
    return writes() ? 201 : 200;
  }
}
