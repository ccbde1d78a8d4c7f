package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.appointment.AppointmentStatus;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the identifiers of appointments, in order. */
final class AppointmentLists {
  // Names the index explicitly: for a query with a status, the planner would use the index without
  // it and read all other appointments of the person.
  private static final String OF_DOCTOR =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY appointment_of_doctor"
          + " WHERE doctor_id = ?1";
  private static final String OF_PATIENT =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY appointment_of_patient"
          + " WHERE patient_id = ?1";
  private static final String OF_DOCTOR_IN_STATUS =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY doctor_visit_by_status"
          + " WHERE doctor_id = ?1 AND status = ?2";
  private static final String OF_PATIENT_IN_STATUS =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY patient_visit_by_status"
          + " WHERE patient_id = ?1 AND status = ?2";
  private static final String OF_DOCTOR_WITH =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY visit_of_pair"
          + " WHERE doctor_id = ?1 AND patient_id = ?7 AND ?2 IN ('', status)";
  private static final String OF_PATIENT_WITH =
      "SELECT id, starts_at AS place FROM appointment INDEXED BY visit_of_pair"
          + " WHERE patient_id = ?1 AND doctor_id = ?7 AND ?2 IN ('', status)";
  private static final String EARLIEST_FIRST =
      " AND (starts_at, id) > (?3, ?4) AND starts_at < ?5 ORDER BY starts_at, id LIMIT ?6";
  private static final String LATEST_FIRST =
      " AND (starts_at, id) < (?3, ?4) AND starts_at >= ?5"
          + " ORDER BY starts_at DESC, id DESC LIMIT ?6";

  /** Among those that start at or before the range, only the last can reach into it. */
  static final String OCCUPYING =
      """
      SELECT id FROM appointment
      WHERE doctor_id = ?1 AND occupying = 1 AND starts_at < ?3 AND ends_at > ?2
        AND starts_at >= coalesce(
          (SELECT starts_at FROM appointment
           WHERE doctor_id = ?1 AND occupying = 1 AND starts_at <= ?2
           ORDER BY starts_at DESC LIMIT 1), ?2)
      ORDER BY starts_at
      """;

  /** As {@link #OCCUPYING}; ?1: the doctors as JSON. */
  static final String OCCUPIED =
      """
      SELECT doctor_id, starts_at, ends_at FROM json_each(?1) wanted
      JOIN appointment ON doctor_id = wanted.value AND occupying = 1
      WHERE starts_at < ?3 AND ends_at > ?2
        AND starts_at >= coalesce(
          (SELECT starts_at FROM appointment
           WHERE doctor_id = wanted.value AND occupying = 1 AND starts_at <= ?2
           ORDER BY starts_at DESC LIMIT 1), ?2)
      ORDER BY doctor_id, starts_at
      """;

  static final String REVIEWED =
      """
      SELECT id, reviewed_at AS place FROM appointment
      WHERE doctor_id = ? AND reviewed_at IS NOT NULL AND (reviewed_at, id) < (?, ?)
      ORDER BY reviewed_at DESC, id DESC LIMIT ?
      """;

  private AppointmentLists() {}

  private record Place(String id, long key) {}

  /**
   * Reads each wanted status separately, and only as far as the page needs, so that appointments in
   * other statuses cost nothing.
   */
  static Page<String> page(Sql sql, AppointmentQuery query) throws SQLException {
    boolean doctor = sql.any("SELECT 1 FROM doctor WHERE id = ?", query.participant().value());
    String text = (doctor ? ofDoctor(query) : ofPatient(query)) + order(query);
    if (query.statuses().isEmpty()) {
      return page(rows(sql, text, query, ""), query.page());
    }
    List<Place> rows = new ArrayList<>();
    for (AppointmentStatus status : query.statuses()) {
      rows.addAll(rows(sql, text, query, status.code()));
    }
    Comparator<Place> order = Comparator.comparingLong(Place::key).thenComparing(Place::id);
    rows.sort(query.descending() ? order.reversed() : order);
    return page(rows.subList(0, Math.min(rows.size(), query.page().limit() + 1)), query.page());
  }

  private static String ofDoctor(AppointmentQuery query) {
    if (query.with().isPresent()) {
      return OF_DOCTOR_WITH;
    }
    return query.statuses().isEmpty() ? OF_DOCTOR : OF_DOCTOR_IN_STATUS;
  }

  private static String ofPatient(AppointmentQuery query) {
    if (query.with().isPresent()) {
      return OF_PATIENT_WITH;
    }
    return query.statuses().isEmpty() ? OF_PATIENT : OF_PATIENT_IN_STATUS;
  }

  private static String order(AppointmentQuery query) {
    return query.descending() ? LATEST_FIRST : EARLIEST_FIRST;
  }

  private static List<Place> rows(Sql sql, String text, AppointmentQuery query, String status)
      throws SQLException {
    Place start = start(query);
    long from = query.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    long to = query.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    List<Object> values =
        new ArrayList<>(
            List.of(
                query.participant().value(),
                status,
                start.key(),
                start.id(),
                query.descending() ? from : to,
                query.page().limit() + 1));
    query.with().map(AccountId::value).ifPresent(values::add);
    return sql.list(text, AppointmentLists::place, values.toArray());
  }

  /** Where reading starts: after the cursor, or at the start of the range if that comes later. */
  private static Place start(AppointmentQuery query) {
    boolean latestFirst = query.descending();
    long cursor = Cursors.number(query.page(), latestFirst);
    Optional<Long> edge =
        (latestFirst ? query.to() : query.from())
            .map(Instant::toEpochMilli)
            .filter(at -> latestFirst ? at <= cursor : at > cursor);
    // Identifiers are never empty, so this place comes before all appointments of that instant.
    return edge.map(at -> new Place("", at))
        .orElseGet(() -> new Place(Cursors.id(query.page(), latestFirst), cursor));
  }

  static Map<DoctorId, List<TimeSlot>> occupied(
      Sql sql, Collection<DoctorId> doctors, TimeSlot range) throws SQLException {
    Map<DoctorId, List<TimeSlot>> occupied = new HashMap<>();
    sql.list(
        OCCUPIED,
        row ->
            occupied
                .computeIfAbsent(DoctorId.of(row.text("doctor_id")), id -> new ArrayList<>())
                .add(new TimeSlot(row.instant("starts_at"), row.instant("ends_at"))),
        Sql.array(doctors.stream().map(doctor -> doctor.account().value()).distinct().toList()),
        range.startsAt(),
        range.endsAt());
    return occupied;
  }

  static Page<String> reviewed(Sql sql, DoctorId doctor, PageRequest page) throws SQLException {
    List<Place> rows =
        sql.list(
            REVIEWED,
            AppointmentLists::place,
            doctor.value(),
            Cursors.number(page, true),
            Cursors.id(page, true),
            page.limit() + 1);
    return page(rows, page);
  }

  private static Page<String> page(List<Place> rows, PageRequest request) {
    return Page.of(rows, request, place -> new Cursor(Long.toString(place.key()), place.id()))
        .map(Place::id);
  }

  private static Place place(Row row) throws SQLException {
    return new Place(row.text("id"), row.number("place"));
  }
}
