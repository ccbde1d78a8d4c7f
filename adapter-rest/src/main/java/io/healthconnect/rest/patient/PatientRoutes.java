package io.healthconnect.rest.patient;

import io.healthconnect.application.patient.FindPatient;
import io.healthconnect.application.patient.ListPatients;
import io.healthconnect.application.patient.PatientListing;
import io.healthconnect.application.patient.PatientUseCases;
import io.healthconnect.application.patient.UpdateRecord;
import io.healthconnect.domain.account.PersonName;
import io.healthconnect.domain.patient.Patient;
import io.healthconnect.domain.patient.PatientId;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Cursors;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Fields;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TimeTexts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records: one's own, and a doctor's patients. */
public final class PatientRoutes {
  /** Members that are left out keep their value; empty text and an empty list clear it. */
  record UpdateRecordRequest(
      @Nullable String name,
      @Nullable String dateOfBirth,
      @Nullable String gender,
      @Nullable String bloodGroup,
      @Nullable String allergies,
      @Nullable String contactNumber,
      @Nullable List<PatientShape.@Nullable Contact> emergencyContacts) {
    Patient apply(Patient patient) {
      return new Patient(
          patient.id(),
          changed(dateOfBirth, patient.dateOfBirth().map(Object::toString))
              .map(text -> TimeTexts.date("dateOfBirth", text)),
          changed(gender, patient.gender()),
          changed(bloodGroup, patient.bloodGroup()),
          changed(allergies, patient.allergies()),
          changed(contactNumber, patient.contactNumber()),
          emergencyContacts == null
              ? patient.emergencyContacts()
              : PatientShape.read(emergencyContacts),
          patient.version());
    }

    private static Optional<String> changed(@Nullable String value, Optional<String> present) {
      return value == null ? present : Fields.filled(value);
    }
  }

  record PatientResponse(PatientShape patient) {}

  /**
   * The own record.
   *
   * @param version for {@code If-Match} of the next change
   */
  record RecordResponse(long version, PatientShape patient) {}

  record PatientsResponse(List<PatientShape> patients, @Nullable String nextCursor) {}

  private final PatientUseCases useCases;

  public PatientRoutes(PatientUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/patients/me", Access.PATIENT, this::own),
        Route.put("/api/patients/me", Access.PATIENT, this::update),
        Route.get("/api/patients", Access.DOCTOR, this::list),
        Route.get("/api/patients/{id}", Access.DOCTOR, this::find));
  }

  private Reply own(Exchange exchange) {
    return find(exchange, exchange.actor().asPatient(), PatientRoutes::ownReply);
  }

  private Reply find(Exchange exchange) {
    return find(
        exchange,
        PatientId.of(exchange.path("id")),
        listing -> Reply.ok(new PatientResponse(PatientShape.of(listing))));
  }

  private Reply find(Exchange exchange, PatientId id, Function<PatientListing, Reply> reply) {
    return useCases
        .find()
        .handle(new FindPatient.Query(exchange.actor(), id))
        .map(reply)
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply update(Exchange exchange) {
    UpdateRecordRequest request = exchange.body(UpdateRecordRequest.class);
    Optional<PersonName> name = Optional.ofNullable(request.name()).map(PersonName::new);
    return useCases
        .update()
        .handle(
            new UpdateRecord.Command(exchange.actor(), name, request::apply, exchange.ifMatch()))
        .fold(
            PatientRoutes::ownReply,
            refusal ->
                switch (refusal) {
                  case NOT_A_PATIENT -> Problem.of(ErrorCode.FORBIDDEN);
                  case STALE -> Problem.of(ErrorCode.PRECONDITION_FAILED);
                });
  }

  private Reply list(Exchange exchange) {
    return useCases
        .list()
        .handle(new ListPatients.Query(exchange.actor(), exchange.page()))
        .fold(
            page ->
                Reply.ok(
                    new PatientsResponse(page.map(PatientShape::of).items(), Cursors.next(page))),
            refusal ->
                switch (refusal) {
                  case NOT_A_DOCTOR -> Problem.of(ErrorCode.FORBIDDEN);
                });
  }

  private static Reply ownReply(PatientListing listing) {
    return Reply.ok(new RecordResponse(listing.patient().version(), PatientShape.of(listing)));
  }
}
