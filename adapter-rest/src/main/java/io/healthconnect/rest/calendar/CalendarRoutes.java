package io.healthconnect.rest.calendar;

import io.healthconnect.application.calendar.CalendarUseCases;
import io.healthconnect.application.calendar.FindCalendarEntry;
import io.healthconnect.application.calendar.RenewCalendarLink;
import io.healthconnect.domain.Identifiers;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.calendar.Calendar;
import io.healthconnect.domain.calendar.CalendarLink;
import io.healthconnect.domain.calendar.CalendarWriter;
import io.healthconnect.edge.view.WireTimes;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Appointments as files and feeds for other calendars. */
public final class CalendarRoutes {
  private static final String TYPE = "text/calendar; charset=utf-8";
  private static final String FEED = "/api/calendar/";

  /**
   * A calendar link.
   *
   * @param url only when it was just made; later nobody knows it
   */
  record LinkResponse(@Nullable String url, String createdAt) {
    static LinkResponse of(CalendarLink link) {
      return new LinkResponse(null, WireTimes.instant(link.createdAt()));
    }

    static LinkResponse of(RenewCalendarLink.Renewed renewed) {
      return new LinkResponse(
          FEED + renewed.secret() + ".ics", WireTimes.instant(renewed.link().createdAt()));
    }
  }

  private final CalendarUseCases useCases;
  private final CalendarWriter writer;
  private final RateLimiter reads;

  /**
   * @param reads limits how often each feed is read
   */
  public CalendarRoutes(CalendarUseCases useCases, CalendarWriter writer, RateLimiter reads) {
    this.useCases = useCases;
    this.writer = writer;
    this.reads = reads;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/appointments/{id}/calendar.ics", Access.SIGNED_IN, this::file),
        Route.get(FEED + "{token}.ics", Access.ANYONE, this::feed).inTurn(),
        Route.get("/api/me/calendar-link", Access.SIGNED_IN, this::link),
        Route.post("/api/me/calendar-link", Access.SIGNED_IN, this::renew));
  }

  private Reply file(Exchange exchange) {
    FindCalendarEntry.Query query =
        new FindCalendarEntry.Query(exchange.actor(), new AppointmentId(exchange.path("id")));
    return useCases
        .findEntry()
        .findCalendarEntry(query)
        .<Reply>map(
            calendar ->
                Reply.document(TYPE, bytes(writer.file(calendar)))
                    .with("Content-Disposition", "attachment; filename=\"visit.ics\""))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply feed(Exchange exchange) {
    String secret = Identifiers.check("token", exchange.path("token"));
    reads.check(CalendarLink.hashOf(secret));
    return useCases
        .readFeed()
        .readCalendarFeed(secret)
        .map(calendar -> feed(exchange, calendar))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply feed(Exchange exchange, Calendar calendar) {
    byte[] text = bytes(writer.feed(calendar));
    String tag = tag(text);
    Reply.Content reply =
        exchange.isKnown(tag)
            ? Reply.notModified()
            : Reply.document(TYPE, text)
                .with("Content-Disposition", "inline; filename=\"health-connect.ics\"");
    // Programs keep it, and ask each time whether it is still the same.
    return reply.with("ETag", '"' + tag + '"').with("Cache-Control", "private, no-cache");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String tag(byte[] text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private Reply link(Exchange exchange) {
    return Reply.ok(
        members(useCases.findLink().findCalendarLink(exchange.actor()).map(LinkResponse::of)));
  }

  private Reply renew(Exchange exchange) {
    exchange.noBody();
    return useCases
        .renewLink()
        .renewCalendarLink(exchange.actor())
        .<Reply>map(renewed -> Reply.created("calendarLink", LinkResponse.of(renewed)))
        .orElseGet(() -> Problem.of(ErrorCode.UNAUTHENTICATED));
  }

  private static Map<String, @Nullable LinkResponse> members(Optional<LinkResponse> link) {
    Map<String, @Nullable LinkResponse> members = new HashMap<>();
    members.put("calendarLink", link.orElse(null));
    return members;
  }
}
