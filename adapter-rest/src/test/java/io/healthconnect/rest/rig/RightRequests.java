package io.healthconnect.rest.rig;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.ResetToken;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.testkit.account.PlainTimeCodes;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A server whose people have all that they may have, and a right request, with every member, for
 * each operation with a body. None has been sent.
 */
public final class RightRequests implements AutoCloseable {
  private static final String WEEK =
      "[{'day':'monday','windows':[{'startTime':'09:00','endTime':'17:00'}]}]";
  private static final String CONTACTS =
      "[{'name':'Ann','relation':'wife','contactNumber':'+49 30 1'}]";

  private static final String SECRET = "the-secret-of-a-reset-link";
  private static final String CODE = "123456";

  /** A request that is done, as long as its body is as it is here. */
  public record Good(String operation, Client who, String path, String body) {
    public String schema() {
      return OpenApiContract.body(operation).orElseThrow();
    }
  }

  private final List<Good> goods = new ArrayList<>();
  public final TestServer server = new TestServer();
  public final Client doctor = server.doctor("dora");
  public final Client patient = server.patient("paul");
  private int hour = 9;
  private AccountId forgetful = new AccountId("nobody");
  private AccountId cautious = new AccountId("nobody");

  public RightRequests() {
    accounts();
    practice();
    appointments();
    messages();
    reset();
  }

  private void reset() {
    forgetful = new AccountId(server.patient("forgets").id());
    add(
        "POST /api/auth/reset",
        server.client(),
        "/api/auth/reset",
        "{'token':'" + SECRET + "','newPassword':'battery staple'}");
  }

  /** A link expires while other requests are sent. */
  private void renewLink() {
    server
        .store
        .accounts()
        .addResetToken(ResetToken.create(SECRET, forgetful, server.clock.instant()));
  }

  /** The code stays right while the time passes. */
  private void renewSecret() {
    long step = server.clock.instant().getEpochSecond() / SecondFactor.STEP.toSeconds();
    server.store.accounts().beginSecondFactor(cautious, PlainTimeCodes.secretFor(CODE, step));
  }

  public List<Good> all() {
    return goods;
  }

  /** Sends another body, and headers, where the right one goes. */
  public Client.Answer send(Good good, byte[] body, String... headers) {
    return send(good, good.path(), body, headers);
  }

  public Client.Answer send(Good good, String path, byte[] body, String... headers) {
    // No rate is in the way.
    server.clock.advance(Duration.ofSeconds(3));
    renewLink();
    renewSecret();
    var request = good.who().builder(path).header("Content-Type", "application/json");
    if (!good.who().token().isEmpty()) {
      request.header("Authorization", "Bearer " + good.who().token());
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    String method = good.operation().split(" ")[0];
    return good.who().send(request.method(method, BodyPublishers.ofByteArray(body)));
  }

  @Override
  public void close() {
    server.close();
  }

  private void add(String operation, Client who, String path, String body) {
    goods.add(new Good(operation, who, path, body.replace('\'', '"')));
  }

  private void accounts() {
    String person = "'name':'%s','email':'%s@example.org','password':'correct horse'";
    String signUp = "/api/auth/signup";
    add(
        "POST " + signUp,
        server.client(),
        signUp,
        "{'role':'doctor',"
            + person.formatted("dan", "dan")
            + ",'specialization':'Cardiology','experience':3,'qualification':'MD','about':'Kind',"
            + "'contactNumber':'+49 30 2','timeZone':'Europe/Berlin'}");
    add(
        "POST " + signUp,
        server.client(),
        signUp,
        "{'role':'patient',"
            + person.formatted("pam", "pam")
            + ",'dateOfBirth':'1980-02-29','gender':'female','bloodGroup':'A+','allergies':'Nuts',"
            + "'contactNumber':'+49 30 3','emergencyContacts':"
            + CONTACTS
            + "}");
    add(
        "POST /api/auth/login",
        server.client(),
        "/api/auth/login",
        "{'email':'paul@example.org','password':'correct horse','role':'patient','code':'123456'}");
    add(
        "POST /api/auth/password",
        server.patient("changes"),
        "/api/auth/password",
        "{'currentPassword':'correct horse','newPassword':'battery staple'}");
    Client unsure = server.patient("turnsOff");
    add("DELETE /api/auth/totp", unsure, "/api/auth/totp", "{'password':'correct horse'}");
    Client careful = server.patient("confirms");
    cautious = new AccountId(careful.id());
    add(
        "POST /api/auth/totp/confirm",
        careful,
        "/api/auth/totp/confirm",
        "{'code':'" + CODE + "'}");
    add("DELETE /api/me", server.patient("leaves"), "/api/me", "{'password':'correct horse'}");
    add("PUT /api/me/avatar", patient, "/api/me/avatar", "{'image':'data:image/png;base64,cG5n'}");
  }

  private void practice() {
    Client other = server.doctor("otto");
    add(
        "PUT /api/doctors/me",
        other,
        "/api/doctors/me",
        "{'name':'Otto','specialization':'Cardiology','experience':4,'qualification':'MD',"
            + "'about':'Kind','contactNumber':'+49 30 4','timeZone':'Europe/Berlin',"
            + "'slotMinutes':20,'bufferMinutes':5,'minimumNoticeMinutes':60,'horizonDays':30,"
            + "'autoConfirm':true,'callsAnytime':true,'quiet':false}");
    add(
        "PUT /api/doctors/me/schedule",
        other,
        "/api/doctors/me/schedule",
        "{'schedule':" + WEEK + "}");
    add(
        "PUT /api/doctors/me/overrides",
        other,
        "/api/doctors/me/overrides",
        "{'from':'2026-03-04','to':'2026-03-05',"
            + "'windows':[{'startTime':'18:00','endTime':'19:00'}],'timeOff':false}");
    add(
        "PUT /api/doctors/me/overrides/{date}",
        other,
        "/api/doctors/me/overrides/2026-03-04",
        "{'windows':[{'startTime':'18:00','endTime':'19:00'}],'timeOff':false}");
    add(
        "PUT /api/patients/me",
        patient,
        "/api/patients/me",
        "{'name':'Paul','dateOfBirth':'1980-02-29','gender':'male','bloodGroup':'A+',"
            + "'allergies':'Nuts','contactNumber':'+49 30 5','emergencyContacts':"
            + CONTACTS
            + "}");
  }

  private void appointments() {
    String reviewed = appointment(patient, "PUT", "review", "{'rating':5,'review':'Kind'}");
    doctor.post(reviewed + "/confirm", null).expect(200);
    server.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
    doctor.post(reviewed + "/complete", null).expect(200);
    add(
        "POST /api/appointments",
        server.patient("books"),
        "/api/appointments",
        TestServer.booking(doctor, "16:00"));
    add(
        "POST /api/appointments",
        doctor,
        "/api/appointments",
        TestServer.booking(doctor, "17:30")
            .replaceFirst("\\{", "{'patientId':'" + patient.id() + "',"));
    appointment(doctor, "POST", "decline", "{'reason':'Away'}");
    appointment(patient, "POST", "cancel", "{'reason':'Ill'}");
    appointment(
        patient, "POST", "reschedule", "{'date':'2026-03-03','startTime':'16:30','reason':'Late'}");
    appointment(doctor, "PUT", "notes", "{'notes':'Rest'}");
  }

  private String appointment(Client who, String method, String verb, String body) {
    String booking = TestServer.booking(doctor, "%02d:00".formatted(hour++));
    JsonNode booked = patient.post("/api/appointments", booking).expect(201).json();
    String path = "/api/appointments/" + booked.at("/appointment/id").asText();
    add(method + " /api/appointments/{id}/" + verb, who, path + '/' + verb, body);
    return path;
  }

  private void messages() {
    String image = "data:image/png;base64,cG5n";
    String body = "{'text':'Hello','image':'" + image + "','clientId':'%s'}";
    String id = doctor.id();
    add("POST /api/messages/{userId}", patient, "/api/messages/" + id, body.formatted("c1"));
    add(
        "POST /api/message/send/{receiverId}",
        patient,
        "/api/message/send/" + id,
        body.formatted("c2"));
    add("POST /api/messages/{userId}/read", patient, "/api/messages/" + id + "/read", "{'upTo':1}");
  }
}
