package io.healthconnect.domain.notice;

import io.healthconnect.domain.account.AccountId;

/** The mails to one person about notices of one kind. */
public record MailSubscription(AccountId account, NoticeKind kind) {}
