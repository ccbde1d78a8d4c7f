package io.healthconnect.rest.doctor;

import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.doctor.DoctorUseCases;
import io.healthconnect.application.doctor.FindSlots;
import io.healthconnect.application.doctor.ListReviews;
import io.healthconnect.application.doctor.SearchDoctors;
import io.healthconnect.application.view.WireTimes;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.doctor.DoctorId;
import io.healthconnect.domain.doctor.DoctorRepository.SpecializationCount;
import io.healthconnect.domain.doctor.DoctorSearch;
import io.healthconnect.domain.doctor.SearchWords;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Cursors;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.http.TimeTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The directory: what anybody may read of doctors. */
public final class DirectoryRoutes {
  private static final int MAX_QUERY = 200;

  record DoctorsResponse(List<DoctorShape.Listed> doctors, @Nullable String nextCursor) {}

  record DoctorResponse(DoctorShape doctor) {}

  record SpecializationsResponse(List<SpecializationCount> specializations) {}

  record SlotsResponse(String timeZone, List<SlotShape> slots) {}

  record ReviewShape(String reviewer, int rating, String review, String createdAt) {}

  record ReviewsResponse(List<ReviewShape> reviews, @Nullable String nextCursor) {}

  private final DoctorUseCases useCases;

  public DirectoryRoutes(DoctorUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/doctors", Access.ANYONE, this::search),
        Route.get("/api/doctors/specializations", Access.ANYONE, this::specializations),
        Route.get("/api/doctors/{id}", Access.ANYONE, this::find),
        Route.get("/api/doctors/{id}/slots", Access.ANYONE, this::slots),
        Route.get("/api/doctors/{id}/reviews", Access.ANYONE, this::reviews));
  }

  private Reply search(Exchange exchange) {
    DoctorSearch search =
        new DoctorSearch(
            SearchWords.of(text(exchange, "q")),
            Optional.of(text(exchange, "specialization")).filter(s -> !s.isBlank()),
            minExperience(exchange),
            minRating(exchange),
            exchange.query("sort").map(DoctorSearch.Sort::parse).orElse(DoctorSearch.Sort.NAME),
            exchange.page());
    Optional<LocalDate> availableOn =
        exchange.query("availableOn").map(text -> TimeTexts.date("availableOn", text));
    var page = useCases.search().handle(new SearchDoctors.Query(search, availableOn));
    return Reply.ok(new DoctorsResponse(page.map(DoctorShape::listed).items(), Cursors.next(page)));
  }

  private Reply specializations(Exchange exchange) {
    return Reply.ok(new SpecializationsResponse(useCases.listSpecializations().handle()));
  }

  private Reply find(Exchange exchange) {
    return useCases
        .find()
        .handle(DoctorId.of(exchange.path("id")))
        .<Reply>map(listing -> Reply.ok(new DoctorResponse(DoctorShape.of(listing))))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply slots(Exchange exchange) {
    FindSlots.Query query =
        new FindSlots.Query(
            DoctorId.of(exchange.path("id")), date(exchange, "from"), date(exchange, "to"));
    return useCases
        .findSlots()
        .handle(query)
        .<Reply>map(
            found ->
                Reply.ok(new SlotsResponse(found.timeZone().getId(), SlotShape.of(found.slots()))))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply reviews(Exchange exchange) {
    ListReviews.Query query =
        new ListReviews.Query(DoctorId.of(exchange.path("id")), exchange.page());
    return useCases
        .listReviews()
        .handle(query)
        .<Reply>map(
            page ->
                Reply.ok(
                    new ReviewsResponse(
                        page.map(DirectoryRoutes::review).items(), Cursors.next(page))))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private static ReviewShape review(ListReviews.Entry entry) {
    return new ReviewShape(
        entry.reviewer(),
        entry.review().rating(),
        entry.review().text(),
        WireTimes.instant(entry.review().createdAt()));
  }

  private static LocalDate date(Exchange exchange, String name) {
    return TimeTexts.date(name, required(name, exchange.query(name).orElse(null)));
  }

  private static String text(Exchange exchange, String name) {
    String text = exchange.query(name).orElse("");
    if (text.length() > MAX_QUERY) {
      throw new InvalidValueException(name, "must have at most " + MAX_QUERY + " characters");
    }
    return text;
  }

  private static int minExperience(Exchange exchange) {
    long years = exchange.number("minExperience").orElse(0L);
    if (years < 0 || years > 80) {
      throw new InvalidValueException("minExperience", "must be 0 to 80 years");
    }
    return (int) years;
  }

  private static double minRating(Exchange exchange) {
    String text = exchange.query("minRating").orElse("0");
    if (!text.matches("[0-5](\\.\\d{1,2})?") || Double.parseDouble(text) > 5) {
      throw new InvalidValueException("minRating", "must be 0 to 5");
    }
    return Double.parseDouble(text);
  }
}
