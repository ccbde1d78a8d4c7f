package io.healthconnect.notify.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.notice.NoticeKind;
import io.healthconnect.testkit.push.Subscriptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PushTextsTest {
  /** What an encrypted message can hold in one record (RFC 8291, section 4). */
  private static final int MOST_BYTES = 3_993;

  private static String text(NoticeKind kind, Preferences reader, Optional<String> from) {
    return PushTexts.of(
        Pushes.of(
            kind,
            reader,
            from,
            Subscriptions.of(new AccountId("p1"), "s1", "a", 0).endpoint(),
            Subscriptions.KEYS));
  }

  private static JsonNode read(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void saysWhoWhenAndWhereToClick() throws IOException {
    JsonNode text =
        read(text(NoticeKind.VISIT_CONFIRMED, Pushes.ENGLISH, Optional.of("Dr. Asha Rao")));
    assertEquals("Your visit is confirmed", text.get("title").asText());
    assertEquals(
        "Your visit with Dr. Asha Rao is confirmed.\n"
            + "Time of the visit: Tuesday, 2 March 2027, 10:00\u201310:30 (Central European Time,"
            + " Europe/Berlin)",
        text.get("body").asText());
    assertEquals("en", text.get("language").asText());
    assertEquals("p1:7", text.get("tag").asText());
    assertEquals("/visits/v1", text.get("page").asText());
    assertEquals(5, text.size());
  }

  @Test
  void saysTheSameInSpanish() throws IOException {
    JsonNode text = read(text(NoticeKind.VISIT_CANCELLED, Pushes.SPANISH, Optional.empty()));
    assertEquals("Su cita ha sido cancelada", text.get("title").asText());
    assertTrue(text.get("body").asText().startsWith("La cita ha sido cancelada.\n"));
    assertEquals("es", text.get("language").asText());
  }

  @Test
  void aNameStaysText() throws IOException {
    String name = "\"\\ \u0645\u0631\u064a\u0645 {who}";
    JsonNode text = read(text(NoticeKind.NEW_MESSAGE, Pushes.ENGLISH, Optional.of(name)));
    assertTrue(text.get("body").asText().startsWith(name + " has written to you."));
    assertEquals("/messages", text.get("page").asText());
  }

  @Test
  void namesNobodyWhoseNameLooksLikeALink() throws IOException {
    JsonNode text =
        read(text(NoticeKind.MISSED_CALL, Pushes.ENGLISH, Optional.of("www.evil.example")));
    assertFalse(text.toString().contains("evil"));
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void eachKindFitsInOneRecord(NoticeKind kind) {
    String name = "\ud83d\ude00".repeat(100);
    for (Preferences reader : new Preferences[] {Pushes.ENGLISH, Pushes.SPANISH}) {
      int bytes = text(kind, reader, Optional.of(name)).getBytes(StandardCharsets.UTF_8).length;
      assertTrue(bytes <= MOST_BYTES, kind + ": " + bytes);
    }
  }
}
