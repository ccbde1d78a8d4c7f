package io.healthconnect.rest.notice;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.notice.ChangeNoticeSettings;
import io.healthconnect.application.notice.ListNotices;
import io.healthconnect.application.notice.MarkNoticesRead;
import io.healthconnect.application.notice.NoticeUseCases;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.Account;
import io.healthconnect.edge.view.NoticeResponse;
import io.healthconnect.edge.view.NoticeSettingsResponse;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Routes of notices. */
public final class NoticeRoutes {
  record MarkReadRequest(@Nullable Long upTo) {}

  record NoticePerson(String id, String name) {
    private static NoticePerson of(Account account) {
      return new NoticePerson(account.id().value(), account.name().value());
    }
  }

  record NoticesResponse(
      List<NoticeResponse> notices,
      List<NoticePerson> people,
      int unread,
      @Nullable String nextCursor) {
    private static NoticesResponse of(ListNotices.Listing listing) {
      return new NoticesResponse(
          listing.notices().map(NoticeResponse::of).items(),
          listing.people().values().stream().map(NoticePerson::of).toList(),
          listing.unread(),
          Cursors.next(listing.notices()));
    }
  }

  private final NoticeUseCases useCases;

  public NoticeRoutes(NoticeUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/notices", Access.SIGNED_IN, this::list),
        Route.post("/api/notices/read", Access.SIGNED_IN, this::markRead),
        Route.get("/api/me/notice-settings", Access.SIGNED_IN, this::settings),
        Route.put("/api/me/notice-settings", Access.SIGNED_IN, this::changeSettings));
  }

  private Reply list(Exchange exchange) {
    return Reply.ok(
        NoticesResponse.of(
            useCases.list().listNotices(new ListNotices.Query(exchange.actor(), exchange.page()))));
  }

  private Reply settings(Exchange exchange) {
    return Reply.ok(
        NoticeSettingsResponse.of(useCases.findSettings().findNoticeSettings(exchange.actor())));
  }

  private Reply changeSettings(Exchange exchange) {
    ChangeNoticeSettings.Command command =
        exchange.body(NoticeSettingsRequest.class).parse(exchange.actor());
    return Reply.ok(
        NoticeSettingsResponse.of(useCases.changeSettings().changeNoticeSettings(command)));
  }

  private Reply markRead(Exchange exchange) {
    long upTo = required("upTo", exchange.body(MarkReadRequest.class).upTo());
    if (upTo < 0) {
      throw new InvalidValueException(
          "upTo", "must not be negative", Code.OUT_OF_RANGE, Map.of("min", 0L));
    }
    useCases.markRead().markNoticesRead(new MarkNoticesRead.Command(exchange.actor(), upTo));
    return Reply.noContent();
  }
}
