package io.healthconnect.application.message;

import io.healthconnect.application.contact.ContactPolicy;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.Message;
import io.healthconnect.domain.message.MessageRepository;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

final class ListConversationsHandler implements ListConversations {
  private final MessageRepository messages;
  private final AccountRepository accounts;
  private final ContactPolicy policy;

  ListConversationsHandler(
      MessageRepository messages, AccountRepository accounts, ContactPolicy policy) {
    this.messages = messages;
    this.accounts = accounts;
    this.policy = policy;
  }

  @Override
  public Page<Entry> listConversations(Query query) {
    AccountId reader = query.actor().id();
    Page<ConversationSummary> page = messages.conversations(reader, query.page());
    List<AccountId> people = page.items().stream().map(ConversationSummary::other).toList();
    Map<AccountId, Account> others = accounts.findAll(people);
    Set<AccountId> contacts = policy.contactsAmong(reader, people);
    return page.map(
        summary ->
            entry(
                reader,
                Objects.requireNonNull(others.get(summary.other())),
                summary,
                contacts.contains(summary.other())));
  }

  private static Entry entry(
      AccountId reader, Account other, ConversationSummary summary, boolean inContact) {
    Message last = ConversationAccess.visibleTo(reader, summary.lastMessage(), inContact);
    return new Entry(
        other,
        new ConversationSummary(summary.other(), last, summary.unread()),
        inContact && !other.standing().erased());
  }
}
