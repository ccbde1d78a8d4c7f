package io.healthconnect.rest.evidence;

import io.healthconnect.application.doctor.ChangeEvidence;
import io.healthconnect.application.doctor.EvidenceUseCases;
import io.healthconnect.application.doctor.RemoveDocument;
import io.healthconnect.domain.doctor.Evidence;
import io.healthconnect.domain.doctor.LicenceNumber;
import io.healthconnect.domain.media.MediaId;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.Fields;
import io.healthconnect.rest.http.request.FileUpload;
import io.healthconnect.rest.http.request.FileUploadReader;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.media.ImageProblems;
import java.util.List;
import java.util.Set;

/** What a doctor shows admins in order to be approved: a licence number, images of documents. */
public final class EvidenceRoutes {
  private static final String CREDENTIALS = "/api/doctors/me/credentials";
  private static final Set<String> FIELDS = Set.of("licenceNumber", "image");

  private final EvidenceUseCases useCases;
  private final FileUploadReader uploads;

  public EvidenceRoutes(EvidenceUseCases useCases, FileUploadReader uploads) {
    this.useCases = useCases;
    this.uploads = uploads;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(CREDENTIALS, Access.DOCTOR, this::show),
        Route.put(CREDENTIALS, Access.DOCTOR, this::change),
        Route.delete(CREDENTIALS + "/documents/{id}", Access.DOCTOR, this::remove));
  }

  private Reply show(Exchange exchange) {
    return reply(useCases.show().showEvidence(exchange.actor()));
  }

  private Reply change(Exchange exchange) {
    return uploads.answer(exchange, FIELDS, upload -> change(exchange, upload));
  }

  private Reply change(Exchange exchange, FileUpload upload) {
    ChangeEvidence.Command command =
        new ChangeEvidence.Command(
            exchange.actor(),
            Fields.patch(upload.licenceNumber().orElse(null), LicenceNumber::new),
            upload.image());
    return useCases
        .change()
        .changeEvidence(command)
        .fold(
            EvidenceRoutes::reply,
            refusal -> refusal.<Reply>fold(EvidenceRoutes::problem, ImageProblems::of));
  }

  private static Problem problem(ChangeEvidence.Reason reason) {
    return switch (reason) {
      case NOT_A_DOCTOR -> Problem.of(ErrorCode.FORBIDDEN);
      case TOO_MANY_DOCUMENTS ->
          Problem.of(
              ErrorCode.LIMIT_REACHED,
              "There may be at most " + Evidence.MAX_DOCUMENTS + " documents.");
    };
  }

  private Reply remove(Exchange exchange) {
    exchange.noBody();
    RemoveDocument.Command command =
        new RemoveDocument.Command(exchange.actor(), new MediaId(exchange.path("id")));
    return useCases
        .removeDocument()
        .removeDocument(command)
        .fold(
            EvidenceRoutes::reply,
            refusal ->
                switch (refusal) {
                  case NOT_A_DOCTOR -> Problem.of(ErrorCode.FORBIDDEN);
                  case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
                });
  }

  private static Reply reply(Evidence evidence) {
    return Reply.ok("credentials", EvidenceResponse.of(evidence, MediaPaths::of));
  }
}
