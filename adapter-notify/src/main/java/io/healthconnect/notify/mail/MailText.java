package io.healthconnect.notify.mail;

/** The words of one mail. */
record MailText(String subject, String plain, String html) {}
