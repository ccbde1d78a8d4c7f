package io.healthconnect.bootstrap.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  /**
   * After a change, write the page with {@code ./mvnw test -pl bootstrap -am
   * -Dsettings.write=true}.
   */
  @Test
  void thePageIsWhatTheTableSays() throws Exception {
    if (Boolean.getBoolean("settings.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, SettingsTable.markdown());
    }
    assertEquals(SettingsTable.markdown(), Files.readString(PAGE));
  }

  @Test
  void theTableHoldsEveryDeclaredSettingOnce() throws Exception {
    Set<Setting<?>> declared = new HashSet<>();
    for (Class<?> group :
        List.of(
            ServerSettings.class,
            LogSettings.class,
            OperatorSettings.class,
            SessionSettings.class,
            MailSettings.class,
            PushSettings.class,
            CallSettings.class,
            HttpLimits.class,
            AppointmentSettings.class,
            ImageSettings.class,
            SocketLimits.class)) {
      for (Field field : group.getFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == Setting.class) {
          declared.add((Setting<?>) field.get(null));
        }
      }
    }
    List<Setting<?>> table = new ArrayList<>(SettingsTable.all().toList());
    assertEquals(declared, new HashSet<>(table));
    assertEquals(declared.size(), table.size());
    assertEquals(declared.size(), table.stream().map(Setting::name).distinct().count());
  }

  @Test
  void everySettingOfTheDesignIsThere() {
    Set<String> names = new HashSet<>(SettingsTable.all().map(Setting::name).toList());
    for (String name :
        """
        PORT HOST DATA_DIR MONGODB_URI JWT_SECRET PUBLIC_URL SIGNALING_URL ALLOWED_ORIGINS
        CLOUDINARY_URL STUN_URLS TURN_URLS TURN_SECRET CALL_RING_SECONDS CALL_LEASE_SECONDS
        SESSION_DAYS BCRYPT_COST DOCTOR_APPROVAL RETENTION_YEARS
        METRICS_PORT METRICS_HOST LOG_FORMAT LOG_LEVEL PING_INTERVAL_MS PING_TIMEOUT_MS CONNECT_TIMEOUT_MS
        TRUSTED_PROXIES LIMIT_SIGNUPS_PER_MINUTE LIMIT_LOGINS_PER_MINUTE LIMIT_CONNECTIONS
        LIMIT_CONNECTIONS_PER_ADDRESS LIMIT_SOCKETS_PER_USER LIMIT_EVENTS_PER_SECOND
        LIMIT_CHAT_BURST LIMIT_CHAT_PER_SECOND LIMIT_CALLS_PER_MINUTE
        LIMIT_CALLS_PER_CALLEE_PER_MINUTE LIMIT_CANDIDATES
        """
            .split("\\s+")) {
      assertEquals(true, names.contains(name), name);
    }
  }
}
