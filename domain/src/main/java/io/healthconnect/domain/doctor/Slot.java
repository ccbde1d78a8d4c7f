package io.healthconnect.domain.doctor;

import io.healthconnect.domain.TimeSlot;
import java.time.LocalDate;
import java.time.LocalTime;

/** A bookable time, with the wall times of its two instants in the doctor's zone. */
public record Slot(LocalDate date, LocalTime startTime, LocalTime endTime, TimeSlot time) {}
