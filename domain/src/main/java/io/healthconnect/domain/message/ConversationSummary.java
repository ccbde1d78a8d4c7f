package io.healthconnect.domain.message;

import io.healthconnect.domain.account.AccountId;

/** A line of somebody's conversation list. {@code unread} counts messages to that person only. */
public record ConversationSummary(AccountId other, Message lastMessage, long unread) {}
