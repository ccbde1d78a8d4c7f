package io.healthconnect.rest.message;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.message.ListConversations;
import io.healthconnect.application.message.MarkRead;
import io.healthconnect.application.message.MessageUseCases;
import io.healthconnect.application.message.ReadMessages;
import io.healthconnect.application.message.SendFile;
import io.healthconnect.application.message.SendMessage;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.DocumentName;
import io.healthconnect.domain.message.Message;
import io.healthconnect.edge.view.MediaPaths;
import io.healthconnect.edge.view.MessageResponse;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.admission.RateLimiter;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Cursors;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.request.FileUpload;
import io.healthconnect.rest.http.request.FileUploadReader;
import io.healthconnect.rest.http.server.Route;
import io.healthconnect.rest.media.ImageProblems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Routes of messages and conversations. */
public final class MessageRoutes {
  record MarkReadRequest(@Nullable Long upTo) {}

  /**
   * @param hasMore whether others lie beyond, in the direction that was asked
   */
  record MessagesResponse(List<MessageResponse> messages, boolean hasMore) {
    private static MessagesResponse of(ReadMessages.Part part) {
      return new MessagesResponse(
          part.messages().stream().map(MessageResponse::of).toList(), part.more());
    }
  }

  record ConversationUser(
      String id, String role, String name, @Nullable String avatar, boolean online) {}

  record ConversationResponse(ConversationUser user, MessageResponse lastMessage, long unread) {}

  record ConversationsResponse(
      List<ConversationResponse> conversations, @Nullable String nextCursor) {}

  private static final Set<String> FIELDS =
      Set.of("text", "image", "document", "documentName", "clientId");

  private final MessageUseCases useCases;
  private final Predicate<AccountId> online;
  private final RateLimiter sends;
  private final FileUploadReader uploads;

  public MessageRoutes(
      MessageUseCases useCases,
      Predicate<AccountId> online,
      RateLimiter sends,
      FileUploadReader uploads) {
    this.useCases = useCases;
    this.online = online;
    this.sends = sends;
    this.uploads = uploads;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/message/send/{receiverId}", Access.SIGNED_IN, this::sendTo),
        Route.post("/api/messages/{userId}", Access.SIGNED_IN, this::send),
        Route.get("/api/messages", Access.SIGNED_IN, this::conversations).inTurn(),
        Route.get("/api/messages/{userId}", Access.SIGNED_IN, this::read).inTurn(),
        Route.post("/api/messages/{userId}/read", Access.SIGNED_IN, this::markRead));
  }

  private Reply sendTo(Exchange exchange) {
    return send(exchange, new AccountId(exchange.path("receiverId")));
  }

  private Reply send(Exchange exchange) {
    return send(exchange, other(exchange));
  }

  private Reply send(Exchange exchange, AccountId receiver) {
    return uploads.answer(exchange, FIELDS, upload -> send(exchange, receiver, upload));
  }

  private Reply send(Exchange exchange, AccountId receiver, FileUpload upload) {
    Optional<DocumentName> document = document(upload);
    return upload
        .document()
        .or(upload::image)
        .map(file -> sendFile(exchange, receiver, upload, file, document))
        .orElseGet(() -> sendText(exchange, receiver, upload));
  }

  /** The name of the document, if there is one. */
  private static Optional<DocumentName> document(FileUpload upload) {
    Optional<DocumentName> name = upload.documentName().map(DocumentName::new);
    if (upload.document().isEmpty()) {
      if (name.isPresent()) {
        throw new InvalidValueException("documentName", "is for documents", Code.NOT_ALLOWED);
      }
      return Optional.empty();
    }
    if (upload.image().isPresent()) {
      throw new InvalidValueException("image", "and document exclude each other", Code.NOT_ALLOWED);
    }
    return name.or(() -> Optional.of(DocumentName.UNNAMED));
  }

  private Reply sendText(Exchange exchange, AccountId receiver, FileUpload upload) {
    SendMessage.Command command =
        new SendMessage.Command(
            exchange.actor(),
            receiver,
            upload
                .text()
                .orElseThrow(
                    () -> new InvalidValueException("text", "must be given", Code.REQUIRED)),
            upload.clientId().map(ClientId::new));
    sends.check(exchange.actor().id().value());
    return useCases
        .send()
        .sendMessage(command)
        .fold(MessageRoutes::created, MessageRoutes::problem);
  }

  private Reply sendFile(
      Exchange exchange,
      AccountId receiver,
      FileUpload upload,
      byte[] file,
      Optional<DocumentName> document) {
    SendFile.Command command =
        new SendFile.Command(
            exchange.actor(),
            receiver,
            upload.text().orElse(""),
            file,
            document,
            upload.clientId().map(ClientId::new));
    sends.check(exchange.actor().id().value());
    return useCases
        .sendFile()
        .sendFile(command)
        .fold(
            MessageRoutes::created,
            refusal -> refusal.<Problem>fold(MessageRoutes::problem, ImageProblems::of));
  }

  private static Reply created(Message message) {
    return Reply.created("message", MessageResponse.of(message));
  }

  private static Problem problem(SendMessage.Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> Problem.of(ErrorCode.NOT_FOUND);
      case CONTACT_ENDED ->
          Problem.of(ErrorCode.FORBIDDEN, "You no longer have contact with this person.");
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
        .readMessages(query)
        .<Reply>map(part -> Reply.ok(MessagesResponse.of(part)))
        .orElseGet(() -> Problem.of(ErrorCode.NOT_FOUND));
  }

  private Reply markRead(Exchange exchange) {
    long upTo = required("upTo", exchange.body(MarkReadRequest.class).upTo());
    if (upTo < 0) {
      throw new InvalidValueException(
          "upTo", "must not be negative", Code.OUT_OF_RANGE, Map.of("min", 0L));
    }
    boolean found =
        useCases.markRead().markRead(new MarkRead.Command(exchange.actor(), other(exchange), upTo));
    return found ? Reply.noContent() : Problem.of(ErrorCode.NOT_FOUND);
  }

  private Reply conversations(Exchange exchange) {
    var page =
        useCases
            .listConversations()
            .listConversations(new ListConversations.Query(exchange.actor(), exchange.page()));
    return Reply.ok(
        new ConversationsResponse(page.map(this::response).items(), Cursors.next(page)));
  }

  private ConversationResponse response(ListConversations.Entry entry) {
    Account other = entry.other();
    return new ConversationResponse(
        new ConversationUser(
            other.id().value(),
            other.role().code(),
            other.name().value(),
            MediaPaths.of(other.avatar()),
            entry.inContact() && online.test(other.id())),
        MessageResponse.of(entry.summary().lastMessage()),
        entry.summary().unread());
  }

  private static AccountId other(Exchange exchange) {
    return new AccountId(exchange.path("userId"));
  }

  private static Optional<Long> seq(Exchange exchange, String name) {
    Optional<Long> seq = exchange.number(name);
    if (seq.isPresent() && seq.get() < 0) {
      throw new InvalidValueException(
          name, "must not be negative", Code.OUT_OF_RANGE, Map.of("min", 0L));
    }
    return seq;
  }
}
