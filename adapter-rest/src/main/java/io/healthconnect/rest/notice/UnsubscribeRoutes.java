package io.healthconnect.rest.notice;

import io.healthconnect.application.notice.StopMails;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;

/**
 * The links in the headers of mails (RFC 8058). Mail programs post a form to them, whose content is
 * always the same, so it is not read. Nothing happens when somebody only opens the link, as virus
 * scanners do: it is also the address of a page that asks first.
 */
public final class UnsubscribeRoutes {
  private final StopMails stopMails;

  public UnsubscribeRoutes(StopMails stopMails) {
    this.stopMails = stopMails;
  }

  public List<Route> routes() {
    return List.of(Route.post("/unsubscribe/{token}", Access.ANYONE, this::stop));
  }

  private Reply stop(Exchange exchange) {
    return stopMails
        .stopMails(new StopMails.Command(exchange.path("token")))
        .fold(
            stopped -> Reply.noContent(),
            refusal ->
                switch (refusal) {
                  case INVALID_TOKEN -> Problem.of(ErrorCode.INVALID_TOKEN);
                });
  }
}
