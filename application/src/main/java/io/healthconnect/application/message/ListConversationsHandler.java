package io.healthconnect.application.message;

import io.healthconnect.domain.Page;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.message.ConversationSummary;
import io.healthconnect.domain.message.MessageRepository;
import java.util.Map;
import java.util.Objects;

final class ListConversationsHandler implements ListConversations {
  private final MessageRepository messages;
  private final AccountRepository accounts;

  ListConversationsHandler(MessageRepository messages, AccountRepository accounts) {
    this.messages = messages;
    this.accounts = accounts;
  }

  @Override
  public Page<Entry> handle(Query query) {
    Page<ConversationSummary> page = messages.conversations(query.actor().id(), query.page());
    Map<AccountId, Account> others =
        accounts.findAll(page.items().stream().map(ConversationSummary::other).toList());
    return page.map(
        summary -> new Entry(Objects.requireNonNull(others.get(summary.other())), summary));
  }
}
