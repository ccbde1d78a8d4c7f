package io.healthconnect.application.message;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.message.ConversationSummary;

/** Lists the actor's conversations, latest first. */
public interface ListConversations {

  Page<Entry> listConversations(Query query);

  record Query(Actor actor, PageRequest page) {}

  /**
   * @param inContact whether the two may still talk; if not, the other's presence must not be shown
   */
  record Entry(Account other, ConversationSummary summary, boolean inContact) {}
}
