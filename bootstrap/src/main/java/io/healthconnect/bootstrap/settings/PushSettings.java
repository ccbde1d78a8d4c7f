package io.healthconnect.bootstrap.settings;

import io.healthconnect.notify.push.PushContact;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Settings of Web Push. */
public final class PushSettings {
  public static final Setting<Optional<PushContact>> VAPID_SUBJECT =
      Setting.optional(
          "VAPID_SUBJECT",
          new SettingType<>(PushContact.ALLOWED, PushContact::parse),
          "unset: no Web Push",
          "whom push services can turn to; set, it turns Web Push on; the same on every node");

  /** Refused with an https PUBLIC_URL, without which no browser of another machine subscribes. */
  public static final Setting<Optional<URI>> PUSH_TEST_SERVICE =
      Setting.optional(
          "PUSH_TEST_SERVICE",
          new SettingType<>(
              "https://localhost:PORT",
              text -> {
                if (!text.matches("https://localhost:[1-9][0-9]{0,4}")) {
                  throw new IllegalArgumentException("not on this machine");
                }
                return URI.create(text);
              }),
          "unset: none",
          "a push service of tests on this machine; not with an https PUBLIC_URL");

  static final List<Setting<?>> ALL = List.of(VAPID_SUBJECT, PUSH_TEST_SERVICE);

  private PushSettings() {}
}
