package io.healthconnect.rest.message;

import static io.healthconnect.rest.http.Fields.required;

import io.healthconnect.application.message.ListConversations;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.application.message.MessageUseCases;
import io.healthconnect.application.message.ReadMessages;
import io.healthconnect.application.message.SendImage;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.application.view.MessageView;
import io.healthconnect.application.view.Views;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Message;
import io.healthconnect.rest.http.Access;
import io.healthconnect.rest.http.Cursors;
import io.healthconnect.rest.http.ErrorCode;
import io.healthconnect.rest.http.Exchange;
import io.healthconnect.rest.http.ImageUpload;
import io.healthconnect.rest.http.ImageUploadReader;
import io.healthconnect.rest.http.Problem;
import io.healthconnect.rest.http.RateLimiter;
import io.healthconnect.rest.http.Reply;
import io.healthconnect.rest.http.Route;
import io.healthconnect.rest.media.ImageProblems;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chat. */
public final class MessageRoutes {
  record MarkReadRequest(@Nullable Long upTo) {}

  record MessageResponse(MessageView message) {}

  record MessagesResponse(List<MessageView> messages) {}

  record ConversationUser(
      String id, String role, String name, @Nullable String avatar, boolean online) {}

  record ConversationShape(ConversationUser user, MessageView lastMessage, long unread) {}

  record ConversationsResponse(
      List<ConversationShape> conversations, @Nullable String nextCursor) {}

  private final MessageUseCases useCases;
  private final Predicate<AccountId> online;
  private final RateLimiter sends;
  private final ImageUploadReader uploads;

  public MessageRoutes(
      MessageUseCases useCases,
      Predicate<AccountId> online,
      RateLimiter sends,
      ImageUploadReader uploads) {
    this.useCases = useCases;
    this.online = online;
    this.sends = sends;
    this.uploads = uploads;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/message/send/{receiverId}", Access.SIGNED_IN, this::sendTo),
        Route.post("/api/messages/{userId}", Access.SIGNED_IN, this::send),
        Route.get("/api/messages", Access.SIGNED_IN, this::conversations),
        Route.get("/api/messages/{userId}", Access.SIGNED_IN, this::read),
        Route.post("/api/messages/{userId}/read", Access.SIGNED_IN, this::markRead));
  }

  private Reply sendTo(Exchange exchange) {
    return send(exchange, new AccountId(exchange.path("receiverId")));
  }

  private Reply send(Exchange exchange) {
    return send(exchange, other(exchange));
  }

  private Reply send(Exchange exchange, AccountId receiver) {
    return uploads.answer(
        exchange,
        upload ->
            upload
                .image()
                .map(file -> sendImage(exchange, receiver, upload, file))
                .orElseGet(() -> sendText(exchange, receiver, upload)));
  }

  private Reply sendText(Exchange exchange, AccountId receiver, ImageUpload upload) {
    SendMessage.Command command =
        new SendMessage.Command(
            exchange.actor(),
            receiver,
            upload.text().orElseThrow(() -> new InvalidValueException("text", "must be given")),
            upload.clientId().map(ClientId::new));
    sends.check(exchange.actor().id().value());
    return useCases.send().handle(command).fold(MessageRoutes::created, MessageRoutes::problem);
  }

  private Reply sendImage(Exchange exchange, AccountId receiver, ImageUpload upload, byte[] file) {
    SendImage.Command command =
        new SendImage.Command(
            exchange.actor(),
            receiver,
            upload.text().orElse(""),
            file,
            upload.clientId().map(ClientId::new));
    sends.check(exchange.actor().id().value());
    return useCases
        .sendImage()
        .handle(command)
        .fold(
            MessageRoutes::created,
            refusal ->
                refusal instanceof SendImage.Refusal.NotTaken taken
                    ? ImageProblems.of(taken.reason())
                    : problem(((SendImage.Refusal.NotSent) refusal).reason()));
  }

  private static Reply created(Message message) {
    return Reply.created(new MessageResponse(Views.of(message)));
  }

  private static Problem problem(SendMessage.Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
      case CONTACT_ENDED -> Problem.of(ErrorCode.FORBIDDEN, "You share no visit any more.");
      case KEY_REUSED -> Problem.of(ErrorCode.KEY_REUSE);
    };
  }

  private Reply read(Exchange exchange) {
    ReadMessages.Query query =
        new ReadMessages.Query(
            exchange.actor(),
            other(exchange),
            seq(exchange, "before"),
            seq(exchange, "after"),
            exchange.limit());
    return useCases
        .read()
        .handle(query)
        .<Reply>map(
            messages -> Reply.ok(new MessagesResponse(messages.stream().map(Views::of).toList())))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply markRead(Exchange exchange) {
    long upTo = required("upTo", exchange.body(MarkReadRequest.class).upTo());
    if (upTo < 0) {
      throw new InvalidValueException("upTo", "must not be negative");
    }
    boolean found =
        useCases.markRead().handle(new MarkRead.Command(exchange.actor(), other(exchange), upTo));
    return found ? Reply.noContent() : Problem.of(ErrorCode.NOT_FOUND);
  }

  private Reply conversations(Exchange exchange) {
    var page =
        useCases
            .listConversations()
            .handle(new ListConversations.Query(exchange.actor(), exchange.page()));
    return Reply.ok(new ConversationsResponse(page.map(this::shape).items(), Cursors.next(page)));
  }

  private ConversationShape shape(ListConversations.Entry entry) {
    Account other = entry.other();
    return new ConversationShape(
        new ConversationUser(
            other.id().value(),
            other.role().code(),
            other.name().value(),
            Views.mediaPath(other.avatar()),
            online.test(other.id())),
        Views.of(entry.summary().lastMessage()),
        entry.summary().unread());
  }

  private static AccountId other(Exchange exchange) {
    return new AccountId(exchange.path("userId"));
  }

  private static Optional<Long> seq(Exchange exchange, String name) {
    Optional<Long> seq = exchange.number(name);
    if (seq.isPresent() && seq.get() < 0) {
      throw new InvalidValueException(name, "must not be negative");
    }
    return seq;
  }
}
