package io.healthconnect.mongo.message;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.healthconnect.domain.Cursor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Message;
import io.healthconnect.mongo.db.Cursors;
import io.healthconnect.mongo.db.DocumentFields;
import io.healthconnect.mongo.db.MongoHandles;
import io.healthconnect.mongo.db.ReadablePages;
import io.healthconnect.mongo.schema.CollectionName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A person's conversations, ordered by their latest messages. The latest message of a conversation
 * is marked and indexed. A writer that was interrupted may have left an earlier message marked too;
 * it has a successor and is left out.
 */
final class Conversations {
  static final Bson ORDER = Sorts.descending("createdAt", "conversation");
  private final MongoHandles handles;
  private final MongoCollection<Document> messages;

  Conversations(MongoHandles handles) {
    this.handles = handles;
    this.messages = handles.collection(CollectionName.MESSAGES);
  }

  /**
   * Reads everything as of one instant, so that a message stored meanwhile hides no conversation.
   */
  Page<ConversationSummary> page(AccountId account, PageRequest request) {
    Optional<Bson> place = request.after().map(cursor -> below(account, cursor));
    return handles.together(
        session -> {
          List<Message> latest = latest(session, account, place, request.limit() + 1);
          Map<String, Long> unread = unread(session, account, latest);
          List<ConversationSummary> lines =
              latest.stream().map(message -> summary(account, message, unread)).toList();
          return Page.of(lines, request, Conversations::place);
        });
  }

  private List<Message> latest(
      ClientSession session, AccountId account, Optional<Bson> start, int wanted) {
    List<Message> found = new ArrayList<>();
    Optional<Bson> place = start;
    while (true) {
      List<Message> marked = marked(session, account, place, wanted - found.size());
      found.addAll(withoutSuccessor(session, marked));
      if (marked.isEmpty() || found.size() == wanted) {
        return found;
      }
      place = Optional.of(below(marked.get(marked.size() - 1)));
    }
  }

  private List<Message> marked(
      ClientSession session, AccountId account, Optional<Bson> place, int limit) {
    return ReadablePages.first(
        messages.find(session, filter(account, place)).sort(ORDER),
        limit,
        MessageDocuments::message);
  }

  static Bson filter(AccountId account, Optional<Bson> place) {
    Bson own = Filters.eq("heads", account.value());
    return place.map(after -> Filters.and(own, after)).orElse(own);
  }

  private List<Message> withoutSuccessor(ClientSession session, List<Message> marked) {
    if (marked.isEmpty()) {
      return marked;
    }
    List<Bson> successors =
        marked.stream().map(m -> numbered(m.conversation().key(), m.seq() + 1)).toList();
    Set<String> found = new HashSet<>();
    messages
        .find(session, Filters.or(successors))
        .projection(Projections.include("conversation", "seq"))
        .forEach(
            m ->
                found.add(
                    DocumentFields.text(m, "conversation")
                        + " "
                        + DocumentFields.number(m, "seq")));
    return marked.stream()
        .filter(m -> !found.contains(m.conversation().key() + " " + (m.seq() + 1)))
        .toList();
  }

  private static Bson numbered(String conversation, long seq) {
    return Filters.and(Filters.eq("conversation", conversation), Filters.eq("seq", seq));
  }

  private Map<String, Long> unread(ClientSession session, AccountId reader, List<Message> latest) {
    List<String> keys = latest.stream().map(message -> message.conversation().key()).toList();
    Map<String, Long> counts = new HashMap<>();
    messages
        .aggregate(
            session,
            List.of(
                Aggregates.match(
                    Filters.and(
                        Filters.eq("receiverId", reader.value()),
                        Filters.in("conversation", keys),
                        Filters.eq("unread", true))),
                Aggregates.group("$conversation", Accumulators.sum("count", 1L))))
        // Most messages of a long conversation are read, which the planner does not always take
        // into account.
        .hintString("unread")
        .forEach(
            group ->
                counts.put(
                    DocumentFields.text(group, "_id"), DocumentFields.number(group, "count")));
    return counts;
  }

  private static ConversationSummary summary(
      AccountId account, Message message, Map<String, Long> unread) {
    AccountId other = message.sender().equals(account) ? message.receiver() : message.sender();
    return new ConversationSummary(
        other, message, unread.getOrDefault(message.conversation().key(), 0L));
  }

  private static Bson below(Message message) {
    return Cursors.below(
        "createdAt", message.createdAt(), "conversation", message.conversation().key());
  }

  private static Bson below(AccountId account, Cursor cursor) {
    if (cursor.id().equals(account.value())) {
      throw new InvalidValueException("cursor", "is not a cursor");
    }
    String key = Conversation.between(account, new AccountId(cursor.id())).key();
    Instant at = Instant.ofEpochMilli(Cursor.number(cursor.key()));
    return Cursors.below("createdAt", at, "conversation", key);
  }

  private static Cursor place(ConversationSummary summary) {
    long at = summary.lastMessage().createdAt().toEpochMilli();
    return new Cursor(Long.toString(at), summary.other().value());
  }
}
