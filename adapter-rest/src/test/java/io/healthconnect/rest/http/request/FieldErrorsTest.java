package io.healthconnect.rest.http.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.rest.rig.Client;
import io.healthconnect.rest.rig.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a refused field tells programs: its name, a stable code, and the numbers in the rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldErrorsTest {
  private TestServer server;
  private Client doctor;
  private Client patient;

  @BeforeAll
  void start() {
    server = new TestServer();
    doctor = server.doctor("dora");
    patient = server.patient("paul");
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'name':''}                                   | name           | required             | {}
          {'about':null,'name':' '}                     | name           | required             | {}
          {'name':'%101$s'}                             | name           | too_long             | {'max':100}
          {'name':'a\\u0001b'}                           | name           | forbidden_characters | {}
          {'experience':81}                             | experience     | out_of_range         | {'min':0,'max':80}
          {'slotMinutes':4}                             | slotMinutes    | out_of_range         | {'min':5,'max':480}
          {'timeZone':'Mars/Olympus'}                   | timeZone       | unknown_value        | {}
          {'shoeSize':44}                               | shoeSize       | unknown_field        | {}
          {'about':7}                                   | about          | wrong_type           | {}
          {'about':                                     | body           | invalid_format       | {}
          {'about':'a','about':'b'}                     | body           | invalid_format       | {}
          """)
  void nameTheRuleAndItsNumbers(String body, String field, String code, String params) {
    check(doctor.put("/api/doctors/me", json(body)), field, code, params);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0              | limit  | out_of_range   | {'min':1,'max':100}
          limit=x              | limit  | invalid_format | {}
          limit=1&limit=2      | limit  | duplicate      | {}
          cursor=x             | cursor | invalid_format | {}
          sort=shoeSize        | sort   | unknown_value  | {}
          q=%201$s             | q      | too_long       | {'max':200}
          """)
  void doSoForQueries(String query, String field, String code, String params) {
    check(patient.get("/api/doctors?" + json(query)), field, code, params);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          short     | too_short | {'min':8}
          %129$s    | too_long  | {'max':128}
          """)
  void doSoForPasswords(String password, String code, String params) {
    String body = json("{'currentPassword':'correct horse','newPassword':'" + password + "'}");
    check(patient.post("/api/auth/password", body), "newPassword", code, params);
  }

  private static void check(Client.Answer answer, String field, String code, String params) {
    JsonNode errors = answer.expect(400, "invalid_request").json().path("errors");
    assertEquals(1, errors.size());
    assertEquals(field, errors.at("/0/field").asText());
    assertEquals(code, errors.at("/0/code").asText());
    JsonNode found = errors.at("/0/params");
    assertEquals(json(params), found.isMissingNode() ? "{}" : sorted(found));
  }

  /** The numbers have no order. */
  private static String sorted(JsonNode params) {
    boolean both = params.has("min") && params.has("max");
    return both
        ? "{\"min\":" + params.path("min") + ",\"max\":" + params.path("max") + "}"
        : params.toString();
  }

  /** Makes expectations readable: quotes become apostrophes, and long texts become their length. */
  private static String json(String text) {
    String quoted = text.replace('\'', '"');
    var length = java.util.regex.Pattern.compile("%(\\d+)\\$s").matcher(quoted);
    return length.replaceAll(found -> "x".repeat(Integer.parseInt(found.group(1))));
  }
}
