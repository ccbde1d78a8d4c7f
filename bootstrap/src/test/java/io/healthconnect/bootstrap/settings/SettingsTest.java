package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.call.RelayOnly;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  private static final String SECRET = "k3mQ9vTz7bXw1LrY5nHs8dPf2cJg6aEu";

  private static Settings parse(String... pairs) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      given.put(pairs[i], pairs[i + 1]);
    }
    return Settings.parse(given, false);
  }

  private static List<String> problems(String... pairs) {
    return assertThrows(BadSettingsException.class, () -> parse(pairs)).problems();
  }

  @Test
  void saysNameValueAndWhatIsAllowed() {
    assertEquals(
        List.of("PORT: \"80800\" is not allowed; allowed: 0 to 65535"), problems("PORT", "80800"));
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertEquals(3, problems("PORT", "x", "SESSION_DAYS", "0", "LIMIT_CANDIDATES", "-1").size());
  }

  @Test
  void keepsControlCharactersAndLengthOutOfItsReport() {
    String problem = problems("PORT", "1\n2\u001b" + "x".repeat(5000)).get(0);
    assertTrue(problem.contains("\"1?2?x"));
    assertTrue(problem.length() < 300);
  }

  @ParameterizedTest
  @CsvSource({
    "PORT,-1",
    "PORT,65536",
    "PORT,8080x",
    "PORT,0x50",
    "PORT,99999999999",
    "PORT,' 80'",
    "HOST,a b",
    "HOST,''",
    "DATA_DIR,' '",
    "SESSION_DAYS,31",
    "BCRYPT_COST,3",
    "BCRYPT_COST,17",
    "PUBLIC_URL,clinic.example",
    "DOCTOR_APPROVAL,true",
    "PUBLIC_URL,ftp://clinic.example",
    "PUBLIC_URL,https://",
    "PUBLIC_URL,https://a.example/path",
    "PUBLIC_URL,https://u:p@a.example",
    "PUBLIC_URL,https://a.example?x",
    "PUBLIC_URL,https://a.example:70000",
    "EMERGENCY_TEXT,'  '",
    "EMERGENCY_TEXT,'Call 112\n'",
    "PRIVACY_URL,/privacy",
    "PRIVACY_URL,javascript:alert(1)",
    "PRIVACY_URL,https:privacy",
    "TERMS_URL,https://u:p@clinic.example/terms",
    "ALLOWED_ORIGINS,*",
    "ALLOWED_ORIGINS,https://*.example",
    "ALLOWED_ORIGINS,null",
    "ALLOWED_ORIGINS,capacitor:localhost",
    "ALLOWED_ORIGINS,capacitor://localhost/index.html",
    "ALLOWED_ORIGINS,file://localhost",
    "ALLOWED_ORIGINS,data://localhost",
    "ALLOWED_ORIGINS,wss://a.example",
    "NODE_NAME,node.1",
    "NODE_NAME,abcdefghijklmnopq",
    "ALLOWED_ORIGINS,https://a.example/",
    "ALLOWED_ORIGINS,'https://a.example,'",
    "ALLOWED_ORIGINS,'https://a.example,https://a.example:443'",
    "SIGNALING_URL,file:///etc",
    "TRUSTED_PROXIES,localhost",
    "TRUSTED_PROXIES,10.0.0.1/8",
    "TRUSTED_PROXIES,10.0.0.0/33",
    "TRUSTED_PROXIES,256.0.0.1",
    "TRUSTED_PROXIES,::1/129",
    "STUN_URLS,turn:a.example",
    "TURN_URLS,http://a.example",
    "METRICS_PORT,70000",
    "SMTP_URL,mail.example",
    "MAIL_FROM,clinic",
    "CALL_RING_SECONDS,0",
    "PING_INTERVAL_MS,0",
    "LIMIT_CHAT_PER_SECOND,0.5",
  })
  void refuses(String name, String value) {
    assertTrue(problems(name, value).get(0).startsWith(name + ": "));
  }

  @ParameterizedTest
  @MethodSource("limits")
  void noLimitCanBeSwitchedOff(Setting<?> limit) {
    for (String off : List.of("0", "-1", "", "off", "none", "unlimited", "2147483648")) {
      assertEquals(1, problems(limit.name(), off).size());
    }
    assertEquals(1, parse(limit.name(), "1").get(limit));
  }

  static Stream<Setting<?>> limits() {
    return SettingsTable.all().filter(setting -> setting.name().startsWith("LIMIT_"));
  }

  @Test
  void asksForASecretWithASharedStoreAndDoesNotShowItsAddress() {
    List<String> found = problems("MONGODB_URI", "mongodb://user:hunter2@db/hc");
    assertEquals(List.of("JWT_SECRET: required with MONGODB_URI, the same on every node"), found);
    assertFalse(found.toString().contains("hunter2"));
  }

  @Test
  void readsAnAccountAtCloudinaryAndDoesNotShowItsSecret() {
    Settings given = parse("CLOUDINARY_URL", "cloudinary://123:hunter2@clinic");
    assertEquals("clinic", given.get(ServerSettings.CLOUDINARY_URL).orElseThrow().cloud());
    assertFalse(given.toString().contains("hunter2"));
    assertEquals(
        List.of(
            "CLOUDINARY_URL: (value hidden) is not allowed; allowed: cloudinary://KEY:SECRET@CLOUD,"
                + " with ?upload_prefix=https://HOST for another host of the API"),
        problems("CLOUDINARY_URL", "cloudinary://hunter2@clinic"));
  }

  @Test
  void readsAMailServerAndDoesNotShowItsPassword() {
    String[] given = {
      "SMTP_URL",
      "smtps://clinic:hunter2@mail.example",
      "MAIL_FROM",
      "c@clinic.example",
      "PUBLIC_URL",
      "https://clinic.example"
    };
    Settings settings = parse(given);
    assertEquals("mail.example", settings.get(MailSettings.SMTP_URL).orElseThrow().host());
    assertFalse(settings.toString().contains("hunter2"));
    assertFalse(
        problems("SMTP_URL", "smtps://hunter2@mail.example").toString().contains("hunter2"));
  }

  @Test
  void requiresAMailServerASenderAndAnAddressForLinksTogether() {
    assertEquals(
        List.of(
            "MAIL_FROM: required with SMTP_URL",
            "PUBLIC_URL: required with SMTP_URL, because mails contain links"),
        problems("SMTP_URL", "smtp://mail.example"));
    assertEquals(
        List.of("SMTP_URL: required with MAIL_FROM"), problems("MAIL_FROM", "c@clinic.example"));
  }

  @Test
  void requiresTurnServersAndTheirSecretTogether() {
    assertEquals(
        List.of("TURN_SECRET: required with TURN_URLS"), problems("TURN_URLS", "turn:a.example"));
    assertEquals(List.of("TURN_URLS: required with TURN_SECRET"), problems("TURN_SECRET", "north"));
    Settings both = parse("TURN_URLS", "turn:a.example, turns:b.example", "TURN_SECRET", "north");
    assertEquals(
        List.of("turn:a.example", "turns:b.example"),
        both.get(CallSettings.TURN_URLS).orElseThrow());
  }

  /** */
  @Test
  void r07PatientsUseTheRelayAloneWhereThereIsOneUnlessTheOperatorSaysOtherwise() {
    assertEquals(RelayOnly.NOBODY, CallSettings.relayOnly(parse()));
    assertEquals(RelayOnly.NOBODY, CallSettings.relayOnly(parse("CALLS_RELAY", "everyone")));
    List<String> turn = List.of("TURN_URLS", "turn:a.example", "TURN_SECRET", "north");
    assertEquals(RelayOnly.PATIENTS, CallSettings.relayOnly(parse(turn.toArray(String[]::new))));
    for (RelayOnly each : RelayOnly.values()) {
      List<String> all = new ArrayList<>(turn);
      all.addAll(List.of("CALLS_RELAY", each.name().toLowerCase(Locale.ROOT)));
      assertEquals(each, CallSettings.relayOnly(parse(all.toArray(String[]::new))));
    }
    assertEquals(
        List.of("CALLS_RELAY: \"all\" is not allowed; allowed: patients, everyone or nobody"),
        problems("CALLS_RELAY", "all"));
  }

  @Test
  void requiresMetricsOnAnotherPort() {
    assertEquals(1, problems("PORT", "8081", "METRICS_PORT", "8081").size());
    assertEquals(1, problems("METRICS_PORT", "8080").size());
    parse("PORT", "0", "METRICS_PORT", "0");
  }

  @Test
  void requiresApprovalWithAPublicUrlUnlessToldOtherwise() {
    assertFalse(parse("PORT", "1").requiresApproval());
    assertTrue(parse("DOCTOR_APPROVAL", "required").requiresApproval());
    assertTrue(parse("PUBLIC_URL", "http://clinic.example").requiresApproval());
  }

  @Test
  void isSecureWithHttps() {
    assertTrue(parse("PUBLIC_URL", "https://clinic.example/").isSecure());
    assertTrue(parse("PUBLIC_URL", "HTTPS://clinic.example").isSecure());
    assertFalse(parse("PUBLIC_URL", "http://clinic.example").isSecure());
    assertFalse(parse().isSecure());
  }

  /** A neighbouring host can set the other one, for which REST does not look. */
  @Test
  void socketsReadTheCookieThatRestSets() {
    assertEquals("__Host-token", parse("PUBLIC_URL", "https://clinic.example").sessionCookie());
    assertEquals("token", parse("PUBLIC_URL", "http://clinic.example").sessionCookie());
    assertEquals("token", parse().sessionCookie());
  }

  @Test
  void knowsItsOwnOriginsAndThoseAllowed() {
    assertEquals(
        Set.of("http://localhost:8081", "http://127.0.0.1:8081", "http://[::1]:8081"),
        parse().origins(8081));
    assertEquals(
        Set.of("https://clinic.example", "https://app.example:8443"),
        parse(
                "PUBLIC_URL",
                "https://Clinic.example:443/",
                "ALLOWED_ORIGINS",
                "https://app.example:8443")
            .origins(8080));
    assertEquals(
        URI.create("wss://signal.example"),
        parse("SIGNALING_URL", "wss://signal.example").get(ServerSettings.SIGNALING_URL).get());
  }

  @Test
  void anAllowedAppIsAnOriginAndNoHost() {
    Settings settings =
        parse(
            "PUBLIC_URL",
            "https://clinic.example",
            "ALLOWED_ORIGINS",
            "Capacitor://localhost,app://clinic,http+unix://other:80");
    assertEquals(
        Set.of(
            "https://clinic.example",
            "capacitor://localhost",
            "app://clinic",
            "http+unix://other:80"),
        settings.origins(8080));
    assertEquals(Set.of("clinic.example"), settings.hosts(8080));
  }

  @Test
  void showsNoSecretInItsTextForm() {
    String shown =
        parse("JWT_SECRET", SECRET, "TURN_URLS", "turn:a.example", "TURN_SECRET", "north-star")
            .toString();
    assertFalse(shown.contains(SECRET) || shown.contains("north-star"));
    assertTrue(shown.contains("PORT=8080"));
  }
}
