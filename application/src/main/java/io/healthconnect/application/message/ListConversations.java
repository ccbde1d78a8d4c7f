package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.message.ConversationSummary;

/** The actor's conversations, latest first. */
public interface ListConversations {

  Page<Entry> handle(Query query);

  record Query(Actor actor, PageRequest page) {}

  record Entry(Account other, ConversationSummary summary) {}
}
