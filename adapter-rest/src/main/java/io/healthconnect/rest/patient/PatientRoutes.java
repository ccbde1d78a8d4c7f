package io.healthconnect.rest.patient;

import io.healthconnect.application.patient.FindPatient;
import io.healthconnect.application.patient.ListPatients;
import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.application.patient.PatientUseCases;
import io.healthconnect.application.patient.UpdateRecord;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.domain.patient.PatientProfile;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.Fields;
import io.healthconnect.rest.http.request.FittedPage;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Routes of medical records: one's own, and those of a doctor's patients. */
public final class PatientRoutes {
  /** Omitted members keep their value; empty text and an empty list clear it. */
  record UpdateRecordRequest(
      @Nullable String name,
      @Nullable String dateOfBirth,
      @Nullable String gender,
      @Nullable String bloodGroup,
      @Nullable String allergies,
      @Nullable String contactNumber,
      @Nullable List<PatientResponse.@Nullable Contact> emergencyContacts) {
    PatientProfile.Change change() {
      return new PatientProfile.Change(
          Fields.patch(dateOfBirth, text -> TimeParser.date("dateOfBirth", text)),
          Fields.patch(gender),
          Fields.patch(bloodGroup),
          Fields.patch(allergies),
          Fields.patch(contactNumber),
          Optional.ofNullable(emergencyContacts).map(PatientResponse::read));
    }
  }

  /**
   * A patient's own record.
   *
   * @param version for {@code If-Match} of the next change
   */
  record RecordResponse(long version, PatientResponse patient) {}

  record PatientsResponse(List<PatientResponse> patients, @Nullable String nextCursor) {}

  private final PatientUseCases useCases;

  public PatientRoutes(PatientUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/patients/me", Access.PATIENT, this::own),
        Route.put("/api/patients/me", Access.PATIENT, this::update),
        Route.put("/api/patients/profile", Access.PATIENT, this::update),
        Route.get("/api/patients", Access.DOCTOR, this::list).inTurn(),
        Route.get("/api/patients/{id}", Access.DOCTOR, this::find));
  }

  private Reply own(Exchange exchange) {
    return find(exchange, exchange.actor().asPatient(), PatientRoutes::ownReply);
  }

  private Reply find(Exchange exchange) {
    return find(
        exchange,
        PatientId.of(exchange.path("id")),
        listing -> Reply.ok("patient", PatientResponse.of(listing)));
  }

  private Reply find(Exchange exchange, PatientId id, Function<PatientListing, Reply> reply) {
    return useCases
        .find()
        .findPatient(new FindPatient.Query(exchange.actor(), id))
        .map(reply)
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply update(Exchange exchange) {
    UpdateRecordRequest request = exchange.body(UpdateRecordRequest.class);
    Optional<PersonName> name = Optional.ofNullable(request.name()).map(PersonName::new);
    return exchange.ifMatch(
        version ->
            update(new UpdateRecord.Command(exchange.actor(), name, request.change(), version)));
  }

  private Reply update(UpdateRecord.Command command) {
    return useCases
        .update()
        .updateRecord(command)
        .fold(
            PatientRoutes::ownReply,
            refusal ->
                switch (refusal) {
                  case NOT_A_PATIENT -> Problem.of(ErrorCode.FORBIDDEN);
                  case STALE -> Problem.of(ErrorCode.PRECONDITION_FAILED);
                });
  }

  private Reply list(Exchange exchange) {
    FittedPage<PatientListing> fitted =
        exchange.fitted(
            page ->
                new PatientsResponse(page.map(PatientResponse::of).items(), Cursors.next(page)));
    return useCases
        .list()
        .listPatients(new ListPatients.Query(exchange.actor(), exchange.page()), fitted)
        .fold(
            page -> Reply.ok(fitted.body()),
            refusal ->
                switch (refusal) {
                  case NOT_A_DOCTOR -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }

  private static Reply ownReply(PatientListing listing) {
    return Reply.ok(new RecordResponse(listing.patient().version(), PatientResponse.of(listing)));
  }
}
