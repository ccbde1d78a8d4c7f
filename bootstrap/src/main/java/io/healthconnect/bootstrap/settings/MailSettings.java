package io.healthconnect.bootstrap.settings;

import io.healthconnect.notify.mail.MailSender;
import io.healthconnect.notify.mail.SmtpAddress;
import java.util.List;
import java.util.Optional;

/** Settings of the mails that the server sends. */
public final class MailSettings {
  public static final Setting<Optional<SmtpAddress>> SMTP_URL =
      Setting.secret(
          "SMTP_URL",
          new SettingType<>(SmtpAddress.ALLOWED, SmtpAddress::parse),
          "unset: no mail",
          "the mail server that takes mails to people; the same on every node; required with"
              + " MAIL_FROM; needs PUBLIC_URL");
  public static final Setting<Optional<MailSender>> MAIL_FROM =
      Setting.optional(
          "MAIL_FROM",
          new SettingType<>(MailSender.ALLOWED, MailSender::parse),
          "unset: no mail",
          "whom mails come from; required with SMTP_URL");

  static final List<Setting<?>> ALL = List.of(SMTP_URL, MAIL_FROM);

  private MailSettings() {}
}
