package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;

/**
 * An entry in a person's list of conversations. {@code unread} counts only messages to that person.
 */
public record ConversationSummary(AccountId other, Message lastMessage, long unread) {}
