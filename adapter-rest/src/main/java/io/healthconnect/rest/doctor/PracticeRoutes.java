package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.Fields.or;

import io.healthconnect.application.doctor.ChangePractice;
import io.healthconnect.application.doctor.ChangePractice.Edit;
import io.healthconnect.application.view.AppointmentView;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DayOverride;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.TimeZones;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Fields;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TimeTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A doctor's own practice: profile, rules, week and single dates. */
public final class PracticeRoutes {
  /** Members that are left out keep their value; an empty contact number clears it. */
  record UpdateDoctorRequest(
      @Nullable String name,
      @Nullable String specialization,
      @Nullable Integer experience,
      @Nullable String qualification,
      @Nullable String about,
      @Nullable String contactNumber,
      @Nullable String timeZone,
      @Nullable Integer slotMinutes,
      @Nullable Integer bufferMinutes,
      @Nullable Integer minimumNoticeMinutes,
      @Nullable Integer horizonDays,
      @Nullable Boolean autoConfirm) {
    Doctor apply(Doctor doctor) {
      BookingRules rules = doctor.rules();
      return new Doctor(
          doctor.id(),
          or(specialization, doctor.specialization()),
          or(experience, doctor.experience()),
          or(qualification, doctor.qualification()),
          or(about, doctor.about()),
          contactNumber == null ? doctor.contactNumber() : Fields.filled(contactNumber),
          timeZone == null ? doctor.timeZone() : TimeZones.parse(timeZone),
          new BookingRules(
              or(slotMinutes, rules.slotMinutes()),
              or(bufferMinutes, rules.bufferMinutes()),
              or(minimumNoticeMinutes, rules.minimumNoticeMinutes()),
              or(horizonDays, rules.horizonDays()),
              or(autoConfirm, rules.autoConfirm())),
          doctor.schedule(),
          doctor.overrides(),
          doctor.version());
    }
  }

  record ScheduleRequest(@Nullable List<ScheduleShapes.@Nullable DayShape> schedule) {}

  record OverrideRequest(
      @Nullable List<ScheduleShapes.@Nullable WindowShape> windows, @Nullable Boolean timeOff) {}

  /**
   * The practice after a change.
   *
   * @param version for {@code If-Match} of the next change
   * @param noLongerFit coming visits outside the new schedule; they stay
   */
  record PracticeResponse(
      long version,
      DoctorShape doctor,
      List<ScheduleShapes.DayShape> schedule,
      List<ScheduleShapes.OverrideShape> overrides,
      List<AppointmentView> noLongerFit) {}

  private final ChangePractice changePractice;
  private final Views views;

  public PracticeRoutes(ChangePractice changePractice, Views views) {
    this.changePractice = changePractice;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(
        Route.put("/api/doctors/me", Access.DOCTOR, this::update),
        Route.put("/api/doctors/me/schedule", Access.DOCTOR, this::schedule),
        Route.put("/api/doctors/me/overrides/{date}", Access.DOCTOR, this::override),
        Route.delete("/api/doctors/me/overrides/{date}", Access.DOCTOR, this::removeOverride));
  }

  private Reply update(Exchange exchange) {
    UpdateDoctorRequest request = exchange.body(UpdateDoctorRequest.class);
    Optional<PersonName> name = Optional.ofNullable(request.name()).map(PersonName::new);
    return change(exchange, new Edit.Profile(name, request::apply));
  }

  private Reply schedule(Exchange exchange) {
    ScheduleRequest request = exchange.body(ScheduleRequest.class);
    return change(exchange, new Edit.Week(ScheduleShapes.read(request.schedule())));
  }

  private Reply override(Exchange exchange) {
    LocalDate date = TimeTexts.date("date", exchange.path("date"));
    OverrideRequest request = exchange.body(OverrideRequest.class);
    DayOverride override =
        new DayOverride(
            date,
            or(request.timeOff(), false),
            ScheduleShapes.windows(or(request.windows(), List.of())));
    return change(exchange, new Edit.OneDay(override));
  }

  private Reply removeOverride(Exchange exchange) {
    LocalDate date = TimeTexts.date("date", exchange.path("date"));
    exchange.noBody();
    return change(exchange, new Edit.UsualDay(date));
  }

  private Reply change(Exchange exchange, Edit edit) {
    return changePractice
        .handle(new ChangePractice.Command(exchange.actor(), edit, exchange.ifMatch()))
        .fold(
            this::reply,
            refusal ->
                switch (refusal) {
                  case NOT_A_DOCTOR -> Problem.of(ErrorCode.FORBIDDEN);
                  case STALE -> Problem.of(ErrorCode.PRECONDITION_FAILED);
                });
  }

  private Reply reply(ChangePractice.Changed changed) {
    Doctor doctor = changed.listing().doctor();
    return Reply.ok(
        new PracticeResponse(
            doctor.version(),
            DoctorShape.of(changed.listing()),
            ScheduleShapes.write(doctor.schedule()),
            ScheduleShapes.write(doctor.overrides()),
            views.of(changed.noLongerFit())));
  }
}
