package io.healthconnect.sqlite.appointment;

import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.TimeSlot;
import io.healthconnect.domain.appointment.AppointmentQuery;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.sqlite.db.Cursors;
import io.healthconnect.sqlite.db.Row;
import io.healthconnect.sqlite.db.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the identifiers of visits, in order. */
final class AppointmentLists {
  static final String OF_DOCTOR =
      """
      SELECT id, starts_at AS place FROM appointment
      WHERE doctor_id = ?1 AND (starts_at, id) > (?2, ?3) AND starts_at >= ?4 AND starts_at < ?5
        AND (?6 = '' OR instr(?6, ',' || status || ',') > 0)
      ORDER BY starts_at, id LIMIT ?7
      """;
  static final String OF_DOCTOR_LATEST_FIRST =
      """
      SELECT id, starts_at AS place FROM appointment
      WHERE doctor_id = ?1 AND (starts_at, id) < (?2, ?3) AND starts_at >= ?4 AND starts_at < ?5
        AND (?6 = '' OR instr(?6, ',' || status || ',') > 0)
      ORDER BY starts_at DESC, id DESC LIMIT ?7
      """;
  static final String OF_PATIENT =
      """
      SELECT id, starts_at AS place FROM appointment
      WHERE patient_id = ?1 AND (starts_at, id) > (?2, ?3) AND starts_at >= ?4 AND starts_at < ?5
        AND (?6 = '' OR instr(?6, ',' || status || ',') > 0)
      ORDER BY starts_at, id LIMIT ?7
      """;
  static final String OF_PATIENT_LATEST_FIRST =
      """
      SELECT id, starts_at AS place FROM appointment
      WHERE patient_id = ?1 AND (starts_at, id) < (?2, ?3) AND starts_at >= ?4 AND starts_at < ?5
        AND (?6 = '' OR instr(?6, ',' || status || ',') > 0)
      ORDER BY starts_at DESC, id DESC LIMIT ?7
      """;

  /** Of those that start at or before the range only the last can reach into it. */
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

  static Page<String> page(Sql sql, AppointmentQuery query) throws SQLException {
    boolean latestFirst = query.descending();
    String person = query.participant().value();
    boolean doctor = sql.any("SELECT 1 FROM doctor WHERE id = ?", person);
    String text =
        doctor
            ? (latestFirst ? OF_DOCTOR_LATEST_FIRST : OF_DOCTOR)
            : (latestFirst ? OF_PATIENT_LATEST_FIRST : OF_PATIENT);
    List<Place> rows =
        sql.list(
            text,
            AppointmentLists::place,
            person,
            Cursors.number(query.page(), latestFirst),
            Cursors.id(query.page(), latestFirst),
            query.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            query.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
            statuses(query),
            query.page().limit() + 1);
    return page(rows, query.page());
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
    return Cursors.page(rows, request, place -> new Cursor(Long.toString(place.key()), place.id()))
        .map(Place::id);
  }

  private static Place place(Row row) throws SQLException {
    return new Place(row.text("id"), row.number("place"));
  }

  private static String statuses(AppointmentQuery query) {
    return query.statuses().isEmpty()
        ? ""
        : query.statuses().stream()
            .map(status -> status.code())
            .collect(Collectors.joining(",", ",", ","));
  }
}
