package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.Actor;
import io.healthconnect.application.appointment.FindRunningLate;
import io.healthconnect.application.doctor.DoctorUseCases;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.application.doctor.ListReviews;
import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.domain.appointment.RunningLate;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorListing;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.TimeParser;
import io.healthconnect.rest.http.server.Route;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory: what anybody may read about doctors. */
public final class DirectoryRoutes {
  /** A slot takes 140 bytes on the wire, so this many stay below 200 KB. */
  private static final int MAX_SLOTS = 1_300;

  /** Of at most 80 characters, each of up to 4 bytes. */
  private static final int MAX_SPECIALIZATIONS = 500;

  /**
   * @param total how many doctors match; 100 means that or more
   * @param searchedFor instead of {@code q}, which nobody matches; the value of {@code q} for the
   *     next pages
   */
  record DoctorsResponse(
      List<DoctorResponse.Listed> doctors,
      @Nullable String nextCursor,
      @Nullable Integer total,
      @Nullable String searchedFor) {}

  record SpecializationsResponse(List<SpecializationCount> specializations) {}

  /**
   * @param nextFrom the date from which to request the rest; null if this is all
   */
  record SlotsResponse(String timeZone, List<SlotResponse> slots, @Nullable String nextFrom) {
    private static Reply of(FindSlots.Slots found) {
      return Reply.ok(
          new SlotsResponse(
              found.timeZone().getId(),
              SlotResponse.of(found.slots()),
              found.next().map(LocalDate::toString).orElse(null)));
    }
  }

  record ReviewResponse(String reviewer, int rating, String review, String createdAt) {}

  record ReviewsResponse(List<ReviewResponse> reviews, @Nullable String nextCursor) {}

  /**
   * @param runningLateMinutes 0 if the doctor is not late
   */
  record OneDoctorResponse(DoctorResponse doctor, int runningLateMinutes) {}

  private final DoctorUseCases useCases;
  private final FindRunningLate findRunningLate;

  public DirectoryRoutes(DoctorUseCases useCases, FindRunningLate findRunningLate) {
    this.useCases = useCases;
    this.findRunningLate = findRunningLate;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/doctors", Access.ANYONE, this::search).inTurn().kept(Route.Kept.DIRECTORY),
        Route.get("/api/doctors/specializations", Access.ANYONE, this::specializations)
            .inTurn()
            .kept(Route.Kept.DIRECTORY),
        Route.get("/api/doctors/{id}", Access.ANYONE, this::find).kept(Route.Kept.DOCTOR),
        Route.get("/api/doctors/{id}/slots", Access.MAYBE_SIGNED_IN, this::slots)
            .inTurn()
            .kept(Route.Kept.DOCTOR),
        Route.get("/api/doctors/{id}/reviews", Access.ANYONE, this::reviews).inTurn());
  }

  private Reply search(Exchange exchange) {
    SearchDoctors.Results found = useCases.search().searchDoctors(SearchParameters.parse(exchange));
    return Reply.ok(
        new DoctorsResponse(
            found.page().map(DoctorResponse::listed).items(),
            Cursors.next(found.page()),
            found.total().isPresent() ? found.total().getAsInt() : null,
            found.searchedFor().orElse(null)));
  }

  /** The most frequent ones, in alphabetical order. */
  private Reply specializations(Exchange exchange) {
    List<SpecializationCount> all = useCases.listSpecializations().listSpecializations();
    Set<SpecializationCount> frequent =
        all.stream()
            .sorted(Comparator.comparing(SpecializationCount::count).reversed())
            .limit(MAX_SPECIALIZATIONS)
            .collect(Collectors.toSet());
    return Reply.ok(new SpecializationsResponse(all.stream().filter(frequent::contains).toList()));
  }

  private Reply find(Exchange exchange) {
    return useCases
        .find()
        .findDoctor(DoctorId.of(exchange.path("id")))
        .<Reply>map(listing -> Reply.ok(one(listing)))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private OneDoctorResponse one(DoctorListing listing) {
    int minutes =
        findRunningLate.findRunningLate(listing.doctor().id()).map(RunningLate::minutes).orElse(0);
    return new OneDoctorResponse(DoctorResponse.of(listing), minutes);
  }

  private Reply slots(Exchange exchange) {
    FindSlots.Query query =
        new FindSlots.Query(
            DoctorId.of(exchange.path("id")),
            date(exchange, "from"),
            date(exchange, "to"),
            exchange.viewer().filter(Actor::isPatient).map(Actor::asPatient),
            MAX_SLOTS);
    return useCases
        .findSlots()
        .findSlots(query)
        .map(SlotsResponse::of)
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply reviews(Exchange exchange) {
    ListReviews.Query query =
        new ListReviews.Query(DoctorId.of(exchange.path("id")), exchange.page());
    return useCases
        .listReviews()
        .listReviews(query)
        .<Reply>map(
            page ->
                Reply.ok(
                    new ReviewsResponse(
                        page.map(DirectoryRoutes::review).items(), Cursors.next(page))))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private static ReviewResponse review(ListReviews.Entry entry) {
    return new ReviewResponse(
        entry.reviewer(),
        entry.review().rating(),
        entry.review().text(),
        WireTimes.instant(entry.review().createdAt()));
  }

  private static LocalDate date(Exchange exchange, String name) {
    return TimeParser.date(name, required(name, exchange.query(name).orElse(null)));
  }
}
