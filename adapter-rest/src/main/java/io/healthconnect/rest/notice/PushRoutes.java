package io.healthconnect.rest.notice;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.notice.NoticeUseCases;
import io.healthconnect.application.notice.SubscribeDevice;
import io.healthconnect.application.notice.UnsubscribeDevice;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Routes of the devices that people subscribe to notices. */
public final class PushRoutes {
  /**
   * What browsers write with {@code PushSubscription.toJSON()}.
   *
   * @param expirationTime is not used: services say when a subscription has ended
   */
  record SubscriptionRequest(
      @Nullable String endpoint, @Nullable Long expirationTime, @Nullable Keys keys) {
    record Keys(@Nullable String p256dh, @Nullable String auth) {
      @Override
      public String toString() {
        return "Keys[hidden]";
      }

      private PushKeys parse() {
        return PushKeys.parse(required("keys.p256dh", p256dh), required("keys.auth", auth));
      }
    }

    @Override
    public String toString() {
      return "SubscriptionRequest[hidden]";
    }

    private Optional<PushEndpoint> target() {
      String url = required("endpoint", endpoint);
      if (url.isEmpty()) {
        throw new InvalidValueException("endpoint", "must not be empty");
      }
      if (url.length() > PushEndpoint.LONGEST) {
        throw InvalidValueException.tooLong("endpoint", PushEndpoint.LONGEST);
      }
      return PushEndpoint.of(url);
    }
  }

  private final NoticeUseCases useCases;
  private final boolean on;

  /**
   * @param on whether this server sends anything
   */
  public PushRoutes(NoticeUseCases useCases, boolean on) {
    this.useCases = useCases;
    this.on = on;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/me/push-subscriptions", Access.SIGNED_IN, this::subscribe),
        Route.delete("/api/me/push-subscriptions", Access.SIGNED_IN, this::unsubscribe));
  }

  private Reply subscribe(Exchange exchange) {
    SubscriptionRequest request = exchange.body(SubscriptionRequest.class);
    PushKeys keys = required("keys", request.keys()).parse();
    Optional<PushEndpoint> endpoint = request.target();
    if (!on) {
      return Problem.of(ErrorCode.NOT_FOUND);
    }
    return endpoint
        .map(target -> subscribe(new SubscribeDevice.Command(exchange.actor(), target, keys)))
        .orElseGet(() -> Problem.of(ErrorCode.ENDPOINT_NOT_ALLOWED));
  }

  private Reply subscribe(SubscribeDevice.Command command) {
    return useCases
        .subscribeDevice()
        .subscribeDevice(command)
        .fold(
            subscribed -> Reply.noContent(),
            refusal ->
                switch (refusal) {
                  case SESSION_ENDED -> Problem.of(ErrorCode.UNAUTHENTICATED);
                });
  }

  private Reply unsubscribe(Exchange exchange) {
    SubscriptionRequest request = exchange.body(SubscriptionRequest.class);
    required("keys", request.keys()).parse();
    request
        .target()
        .ifPresent(
            endpoint ->
                useCases
                    .unsubscribeDevice()
                    .unsubscribeDevice(new UnsubscribeDevice.Command(exchange.actor(), endpoint)));
    return Reply.noContent();
  }
}
