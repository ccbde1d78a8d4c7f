package io.healthconnect.bootstrap.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What the operator of the server tells the people who use it. */
public final class OperatorSettings {
  public static final Setting<Optional<String>> EMERGENCY_TEXT =
      Setting.optional(
          "EMERGENCY_TEXT",
          SettingType.text("one line of at most 200 characters", "(?=.*\\S)\\P{Cc}{1,200}"),
          "unset: none",
          "what to do in an emergency, such as: In an emergency, call 112.");
  public static final Setting<Optional<URI>> PRIVACY_URL =
      Setting.optional(
          "PRIVACY_URL", WebAddress.page(), "unset: none", "the operator's privacy notice");
  public static final Setting<Optional<URI>> TERMS_URL =
      Setting.optional("TERMS_URL", WebAddress.page(), "unset: none", "the operator's terms");

  static final List<Setting<?>> ALL = List.of(EMERGENCY_TEXT, PRIVACY_URL, TERMS_URL);

  private OperatorSettings() {}
}
