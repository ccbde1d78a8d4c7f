package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.request.Fields.or;
import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.Actor;
import io.healthconnect.application.doctor.ChangePractice;
import io.healthconnect.application.doctor.ChangePractice.Edit;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.doctor.BookingRules;
import io.healthconnect.domain.doctor.DateRange;
import io.healthconnect.domain.doctor.Doctor;
import io.healthconnect.domain.doctor.DoctorProfile;
import io.healthconnect.domain.doctor.TimeZones;
import io.healthconnect.domain.patient.PhoneNumbers;
import io.healthconnect.edge.view.AppointmentResponse;
import io.healthconnect.edge.view.AppointmentResponses;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.Fields;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A doctor's own practice: profile, booking rules, weekly schedule and overrides. */
public final class PracticeRoutes {
  /** Omitted members keep their value; an empty contact number clears it. */
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
      @Nullable Boolean autoConfirm,
      @Nullable Boolean callsAnytime,
      @Nullable Boolean quiet,
      @Nullable List<@Nullable String> languages) {
    Edit edit() {
      return new Edit.Profile(
          Optional.ofNullable(name).map(PersonName::new),
          new DoctorProfile.Change(
              Optional.ofNullable(specialization),
              Optional.ofNullable(experience),
              Optional.ofNullable(qualification),
              Optional.ofNullable(about),
              Fields.patch(contactNumber, n -> PhoneNumbers.check("contactNumber", n)),
              Optional.ofNullable(timeZone).map(TimeZones::parse),
              Optional.ofNullable(languages).map(LanguageTags::parse)),
          new BookingRules.Change(
              Optional.ofNullable(slotMinutes),
              Optional.ofNullable(bufferMinutes),
              Optional.ofNullable(minimumNoticeMinutes),
              Optional.ofNullable(horizonDays),
              Optional.ofNullable(autoConfirm),
              Optional.ofNullable(callsAnytime),
              Optional.ofNullable(quiet)));
    }
  }

  record OverrideRequest(
      @Nullable List<ScheduleRequest.@Nullable Window> windows, @Nullable Boolean timeOff) {}

  record OverrideRangeRequest(
      @Nullable String from,
      @Nullable String to,
      @Nullable List<ScheduleRequest.@Nullable Window> windows,
      @Nullable Boolean timeOff) {}

  /**
   * The practice after a change.
   *
   * @param version for {@code If-Match} of the next change
   * @param noLongerFit the first coming appointments outside the new schedule, as many as one reply
   *     can hold; they stay
   * @param noLongerFitCount how many there are in all
   */
  record PracticeResponse(
      long version,
      DoctorResponse doctor,
      List<ScheduleResponse.Day> schedule,
      List<ScheduleResponse.Override> overrides,
      List<AppointmentResponse> noLongerFit,
      int noLongerFitCount)
      implements Reply.Shortening {
    @Override
    public Optional<Object> shorter() {
      return noLongerFit.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new PracticeResponse(
                  version,
                  doctor,
                  schedule,
                  overrides,
                  noLongerFit.subList(0, noLongerFit.size() / 2),
                  noLongerFitCount));
    }
  }

  private final ChangePractice changePractice;
  private final AppointmentResponses views;

  public PracticeRoutes(ChangePractice changePractice, AppointmentResponses views) {
    this.changePractice = changePractice;
    this.views = views;
  }

  public List<Route> routes() {
    return List.of(
        Route.put("/api/doctors/me", Access.DOCTOR, this::update),
        Route.put("/api/doctors/profile", Access.DOCTOR, this::update),
        Route.put("/api/doctors/me/schedule", Access.DOCTOR, this::schedule),
        Route.put("/api/doctors/me/overrides", Access.DOCTOR, this::overrideRange),
        Route.delete("/api/doctors/me/overrides", Access.DOCTOR, this::removeRange),
        Route.put("/api/doctors/me/overrides/{date}", Access.DOCTOR, this::override),
        Route.delete("/api/doctors/me/overrides/{date}", Access.DOCTOR, this::removeOverride));
  }

  private Reply update(Exchange exchange) {
    return change(exchange, exchange.body(UpdateDoctorRequest.class).edit());
  }

  private Reply schedule(Exchange exchange) {
    ScheduleRequest request = exchange.body(ScheduleRequest.class);
    return change(exchange, new Edit.Week(request.parse()));
  }

  private Reply override(Exchange exchange) {
    DateRange date = DateRange.of(TimeParser.date("date", exchange.path("date")));
    OverrideRequest request = exchange.body(OverrideRequest.class);
    return change(exchange, special(date, request.timeOff(), request.windows()));
  }

  private Reply overrideRange(Exchange exchange) {
    OverrideRangeRequest request = exchange.body(OverrideRangeRequest.class);
    DateRange dates = range(required("from", request.from()), required("to", request.to()));
    return change(exchange, special(dates, request.timeOff(), request.windows()));
  }

  private static Edit special(
      DateRange dates,
      @Nullable Boolean timeOff,
      @Nullable List<ScheduleRequest.@Nullable Window> windows) {
    return Edit.SpecialDates.each(
        dates, or(timeOff, false), ScheduleRequest.windows(or(windows, List.of())));
  }

  private static DateRange range(String from, String to) {
    return new DateRange(TimeParser.date("from", from), TimeParser.date("to", to));
  }

  private Reply removeOverride(Exchange exchange) {
    DateRange date = DateRange.of(TimeParser.date("date", exchange.path("date")));
    exchange.noBody();
    return change(exchange, new Edit.UsualDates(date));
  }

  private Reply removeRange(Exchange exchange) {
    DateRange dates =
        range(
            required("from", exchange.query("from").orElse(null)),
            required("to", exchange.query("to").orElse(null)));
    exchange.noBody();
    return change(exchange, new Edit.UsualDates(dates));
  }

  private Reply change(Exchange exchange, Edit edit) {
    return exchange.ifMatch(version -> change(exchange.actor(), edit, version));
  }

  private Reply change(Actor actor, Edit edit, Optional<Long> version) {
    return changePractice
        .changePractice(new ChangePractice.Command(actor, edit, version))
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
            DoctorResponse.of(changed.listing()),
            ScheduleResponse.of(doctor.schedule()),
            ScheduleResponse.of(doctor.overrides()),
            views.of(changed.noLongerFit()),
            changed.noLongerFitCount()));
  }
}
