package io.healthconnect.testkit.message;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.change.Change;
import io.healthconnect.domain.media.ImagePurpose;
import io.healthconnect.domain.message.ClientId;
import io.healthconnect.domain.message.Conversation;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Draft;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import io.healthconnect.domain.notice.MessageNotices;
import io.healthconnect.domain.notice.NoticeDraft;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.Paging;
import io.healthconnect.testkit.StoreLock;
import io.healthconnect.testkit.appointment.InMemoryContacts;
import io.healthconnect.testkit.media.InMemoryMediaRepository;
import io.healthconnect.testkit.notice.InMemoryNoticeRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Messages in memory. */
public final class InMemoryMessageRepository implements MessageRepository {
  private final StoreLock lock;
  private final InMemoryMediaRepository media;
  private final InMemoryContacts contacts;
  private final InMemoryNoticeRepository notices;
  private final Map<Conversation, List<Message>> conversations = new HashMap<>();

  public InMemoryMessageRepository(
      StoreLock lock,
      InMemoryMediaRepository media,
      InMemoryContacts contacts,
      InMemoryNoticeRepository notices) {
    this.lock = lock;
    this.media = media;
    this.contacts = contacts;
    this.notices = notices;
  }

  @Override
  public Result<Message, Refusal> append(Draft draft) {
    return append(draft, message -> List.of());
  }

  @Override
  public Result<Message, Refusal> appendForAbsent(Draft draft) {
    return append(draft, MessageNotices::ofMissed);
  }

  private Result<Message, Refusal> append(Draft draft, Function<Message, List<NoticeDraft>> news) {
    return lock.step(
        () -> {
          if (!contacts.areInContact(draft.sender(), draft.receiver())) {
            return Result.failure(Refusal.NOT_IN_CONTACT);
          }
          return findSent(draft.sender(), draft.clientId())
              .map(
                  earlier ->
                      isResend(earlier, draft)
                          ? Result.<Message, Refusal>success(earlier)
                          : Result.<Message, Refusal>failure(Refusal.CLIENT_ID_REUSED))
              .orElseGet(() -> Result.success(store(draft, news)));
        });
  }

  private Message store(Draft draft, Function<Message, List<NoticeDraft>> news) {
    draft
        .attachment()
        .ifPresent(
            file ->
                media.attach(
                    file.id(), draft.sender(), ImagePurpose.CHAT, Optional.of(draft.receiver())));
    List<Message> messages =
        conversations.computeIfAbsent(draft.conversation(), key -> new ArrayList<>());
    Message message = draft.numbered(messages.size() + 1L);
    messages.add(message);
    lock.publish(new Change.MessageSent(message));
    notices.add(news.apply(message));
    return message;
  }

  @Override
  public Optional<Message> findSent(AccountId sender, ClientId clientId) {
    return lock.step(
        () ->
            conversations.values().stream()
                .flatMap(List::stream)
                .filter(
                    message ->
                        message.sender().equals(sender) && message.clientId().equals(clientId))
                .findFirst());
  }

  private static boolean isResend(Message earlier, Draft draft) {
    return earlier.receiver().equals(draft.receiver())
        && earlier.text().equals(draft.text())
        && earlier.attachment().equals(draft.attachment());
  }

  @Override
  public List<Message> before(Conversation conversation, long before, int limit) {
    return lock.step(
        () -> {
          List<Message> below =
              of(conversation).stream().filter(message -> message.seq() < before).toList();
          return below.subList(Math.max(0, below.size() - limit), below.size());
        });
  }

  @Override
  public List<Message> after(Conversation conversation, long after, int limit) {
    return lock.step(
        () ->
            of(conversation).stream()
                .filter(message -> message.seq() > after)
                .limit(limit)
                .toList());
  }

  @Override
  public int markRead(Conversation conversation, AccountId reader, long upTo, Instant at) {
    return lock.step(
        () -> {
          List<Message> messages = of(conversation);
          int changed = 0;
          for (int i = 0; i < messages.size() && messages.get(i).seq() <= upTo; i++) {
            Message message = messages.get(i);
            if (isUnread(message, reader)) {
              messages.set(i, read(message, at));
              changed++;
            }
          }
          AccountId other =
              conversation.first().equals(reader) ? conversation.second() : conversation.first();
          if (changed > 0 && contacts.areInContact(reader, other)) {
            lock.publish(new Change.MessagesRead(reader, other, Math.min(upTo, messages.size())));
          }
          if (changed > 0 && messages.stream().noneMatch(message -> isUnread(message, reader))) {
            notices.markRead(reader, NoticeKind.NEW_MESSAGE, other, at);
          }
          return changed;
        });
  }

  @Override
  public int removeOf(AccountId person, int limit) {
    return lock.step(
        () -> {
          int left = limit;
          for (Conversation conversation : List.copyOf(conversations.keySet())) {
            left -= isOf(conversation, person) ? removeOldest(conversation, left) : 0;
          }
          return limit - left;
        });
  }

  private int removeOldest(Conversation conversation, int limit) {
    List<Message> all = of(conversation);
    List<Message> oldest = all.subList(0, Math.min(limit, all.size()));
    int count = oldest.size();
    oldest.forEach(message -> message.attachment().ifPresent(file -> media.discard(file.id())));
    oldest.clear();
    if (all.isEmpty()) {
      conversations.remove(conversation);
    }
    return count;
  }

  private static boolean isOf(Conversation conversation, AccountId person) {
    return conversation.first().equals(person) || conversation.second().equals(person);
  }

  @Override
  public Page<ConversationSummary> conversations(AccountId account, PageRequest page) {
    return lock.step(
        () ->
            Paging.page(
                conversations.entrySet().stream()
                    .filter(entry -> isOf(entry.getKey(), account))
                    .map(entry -> summary(account, entry.getKey(), entry.getValue()))
                    .toList(),
                Paging.checked(page),
                true,
                summary -> Paging.key(summary.lastMessage().createdAt().toEpochMilli()),
                summary -> summary.other().value()));
  }

  private static ConversationSummary summary(
      AccountId account, Conversation conversation, List<Message> messages) {
    AccountId other =
        conversation.first().equals(account) ? conversation.second() : conversation.first();
    long unread = messages.stream().filter(message -> isUnread(message, account)).count();
    return new ConversationSummary(other, messages.get(messages.size() - 1), unread);
  }

  private List<Message> of(Conversation conversation) {
    return conversations.getOrDefault(conversation, new ArrayList<>());
  }

  private static boolean isUnread(Message message, AccountId receiver) {
    return message.receiver().equals(receiver) && message.readAt().isEmpty();
  }

  private static Message read(Message message, Instant at) {
    return new Message(
        message.id(),
        message.seq(),
        message.sender(),
        message.receiver(),
        message.text(),
        message.attachment(),
        message.clientId(),
        message.createdAt(),
        Optional.of(at));
  }
}
