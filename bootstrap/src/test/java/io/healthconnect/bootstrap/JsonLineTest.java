package io.healthconnect.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLineTest {
  private final LoggerContext logs = new LoggerContext();
  private final JsonLine line = new JsonLine();

  private JsonNode written(String value, @Nullable Throwable failure, KeyValuePair... pairs)
      throws Exception {
    LoggingEvent event =
        new LoggingEvent(
            "fqcn",
            logs.getLogger("io.healthconnect.Some"),
            Level.WARN,
            "sent {}",
            failure,
            new Object[] {value});
    event.setTimeStamp(1_767_225_600_123L);
    event.setKeyValuePairs(List.of(pairs));
    String text = line.doLayout(event);
    assertTrue(text.endsWith("}\n"), text);
    assertTrue(
        text.substring(0, text.length() - 1).chars().allMatch(c -> c >= ' ' && c < 0x7f), text);
    return new ObjectMapper().readTree(text);
  }

  @Test
  void hasTheMembersOfTheEvent() throws Exception {
    JsonNode json =
        written("it", null, new KeyValuePair("status", 200), new KeyValuePair("account", "a1"));
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"time": "2026-01-01T00:00:00.123Z", "level": "WARN",
                 "logger": "io.healthconnect.Some", "message": "sent it",
                 "status": 200, "account": "a1"}
                """),
        json);
  }

  @Test
  void keepsEveryCharacterOnOneLine() throws Exception {
    for (int c = 0; c <= 0x2100; c++) {
      String value = "a\"\\" + (char) c + "b";
      assertEquals("sent " + value, written(value, null).get("message").asText());
    }
  }

  @Test
  void listsTheStacksOfTheExceptionAndOfItsCausesWithoutMessages() throws Exception {
    JsonNode failures =
        written("x", new IllegalStateException("quoted\ntwo", new IllegalArgumentException()))
            .get("failures");
    assertEquals(2, failures.size());
    assertEquals("java.lang.IllegalStateException", failures.at("/0/type").asText());
    assertTrue(failures.at("/0/at/0").asText().contains("JsonLineTest"), failures::toString);
    assertTrue(failures.at("/0/at").size() > 1, failures::toString);
    assertEquals("java.lang.IllegalArgumentException", failures.at("/1/type").asText());
    assertFalse(failures.toString().contains("quoted"), failures::toString);
  }
}
