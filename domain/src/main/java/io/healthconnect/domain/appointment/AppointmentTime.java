package io.healthconnect.domain.appointment;

import io.healthconnect.domain.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The time of an appointment: the date and wall times in a zone that people agreed on, and the two
 * instants that programs compare.
 */
public record AppointmentTime(
    LocalDate date, LocalTime startTime, LocalTime endTime, ZoneId timeZone, TimeSlot slot) {}
