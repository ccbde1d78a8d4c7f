package io.healthconnect.domain.appointment;

import io.healthconnect.domain.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When a visit is: what people agreed on (date and wall times in a zone) and the instants that
 * machines compare.
 */
public record VisitTime(
    LocalDate date, LocalTime startTime, LocalTime endTime, ZoneId timeZone, TimeSlot slot) {}
