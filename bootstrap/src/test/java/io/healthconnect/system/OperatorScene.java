package io.healthconnect.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Descriptions;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** People with every kind of data, and a valid request for every operation and event. */
final class OperatorScene {
  private static final String WEEK =
      "[{'day':'monday','windows':[{'startTime':'09:00','endTime':'17:00'}]}]";
  private static final String CONTACTS =
      "[{'name':'Ann','relation':'wife','contactNumber':'+49 30 1'}]";

  /** In a body, stands for a number that differs in each request. */
  static final String COUNT = "COUNT";

  /** A valid request, with identifiers in the path. */
  record Operation(String name, String path, String token, String body) {
    String method() {
      return name.substring(0, name.indexOf(' '));
    }
  }

  /** A valid event of a socket. */
  record Event(String name, String token, String payload) {}

  private final List<Operation> operations = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final Api api;
  private final Pair pair;
  private final Person admin;
  private final Person otherDoctor;
  private final Iterator<Pair.Slot> free;
  private final String appointment;

  private OperatorScene(URI base, Person admin) throws Exception {
    api = new Api(base);
    this.admin = admin;
    pair = new Pair(Person.doctor(api, "dora"), Person.patient(api, "paul"));
    otherDoctor = Person.doctor(api, "otto");
    free = pair.freeSlots(api, 2).iterator();
    appointment = book();
    accounts();
    appointments();
    messages();
    reads();
    administration();
    calls();
  }

  static OperatorScene at(URI base, Person admin) throws Exception {
    return new OperatorScene(base, admin);
  }

  List<Operation> operations() {
    return operations;
  }

  List<Event> events() {
    return events;
  }

  private void add(String name, String path, Person who, String body) {
    operations.add(new Operation(name, path, who.token(), body.replace('\'', '"')));
  }

  /** Adds an operation whose path is its pattern. */
  private void add(String name, Person who, String body) {
    add(name, name.substring(name.indexOf(' ') + 1), who, body);
  }

  private void accounts() throws Exception {
    Person nobody = new Person("", "", "");
    String doctor =
        "'name':'Dan','specialization':'Cardiology','experience':3,'qualification':'MD',"
            + "'about':'Kind','contactNumber':'+49 30 2','timeZone':'Europe/Berlin'";
    String patient =
        "'name':'Pam','dateOfBirth':'1980-02-29','gender':'female','bloodGroup':'A+',"
            + "'allergies':'Nuts','contactNumber':'+49 30 3','emergencyContacts':"
            + CONTACTS;
    String password = "','password':'lantern-Orchid-47-tugboat',";
    add(
        "POST /api/auth/signup",
        nobody,
        "{'role':'doctor','email':'danCOUNT@example.org" + password + doctor + "}");
    add(
        "POST /api/auth/signup",
        nobody,
        "{'role':'patient','email':'pamCOUNT@example.org" + password + patient + "}");
    add("POST /api/auth/login", nobody, "{'email':'paul@example.org','password':'no','code':'1'}");
    add("POST /api/auth/logout", Person.patient(api, "leaves"), "");
    add(
        "POST /api/auth/password",
        Person.patient(api, "changes"),
        "{'currentPassword':'lantern-Orchid-47-tugboat','newPassword':'battery staple 12'}");
    add("DELETE /api/me", Person.patient(api, "stays"), "{'password':'no'}");
    add("POST /api/auth/reset", nobody, "{'token':'none','newPassword':'battery staple 12'}");
    add("POST /api/auth/forgot", nobody, "{'email':'paul@example.org'}");
    add("POST /api/auth/verify", nobody, "{'token':'none'}");
    add(
        "PUT /api/me/email",
        Person.patient(api, "moves"),
        "{'email':'next@example.org','password':'no'}");
    Person cautious = Person.patient(api, "cautious");
    add("POST /api/auth/totp/confirm", cautious, "{'code':'123456'}");
    add("DELETE /api/auth/totp", cautious, "{'password':'lantern-Orchid-47-tugboat'}");
    add("DELETE /api/auth/sessions/{id}", "/api/auth/sessions/none", pair.patient(), "");
    add("PUT /api/me/preferences", pair.patient(), "{'language':'es','timeZone':'America/Bogota'}");
    add("GET /api/me/calendar-link", pair.patient(), "");
    add("POST /api/me/calendar-link", pair.doctor(), "");
    add("GET /api/calendar/{token}.ics", "/api/calendar/none.ics", pair.patient(), "");
    add("PUT /api/me/avatar", pair.patient(), "{'image':'" + Photos.dataUrl() + "'}");
    add("DELETE /api/me/avatar", pair.doctor(), "");
    String practice =
        "{"
            + doctor
            + ",'slotMinutes':20,'bufferMinutes':5,'minimumNoticeMinutes':60,'horizonDays':30,"
            + "'autoConfirm':true,'callsAnytime':true,'quiet':false}";
    add("PUT /api/doctors/me", otherDoctor, practice);
    add("PUT /api/doctors/profile", Person.doctor(api, "older"), practice);
    add("GET /api/doctors/me/credentials", Person.doctor(api, "waited"), "");
    // Without a document, of which there may be ten.
    add(
        "PUT /api/doctors/me/credentials",
        Person.doctor(api, "shows"),
        "{'licenceNumber':'MD-4711'}");
    add(
        "DELETE /api/doctors/me/credentials/documents/{id}",
        "/api/doctors/me/credentials/documents/none",
        otherDoctor,
        "");
    add("PUT /api/doctors/me/schedule", otherDoctor, "{'schedule':" + WEEK + "}");
    // One doctor for each few operations: they are tried at once, and write the same document.
    Person away = Person.doctor(api, "away");
    Person usual = Person.doctor(api, "usual");
    String date = "/api/doctors/me/overrides/2030-03-04";
    String window = "{'windows':[{'startTime':'18:00','endTime':'19:00'}],'timeOff':false}";
    add(
        "PUT /api/doctors/me/overrides",
        away,
        "{'from':'2030-03-04','to':'2030-03-05'," + window.substring(1));
    add(
        "DELETE /api/doctors/me/overrides",
        "/api/doctors/me/overrides?from=2030-03-04&to=2030-03-05",
        away,
        "");
    add("PUT /api/doctors/me/running-late", Person.doctor(api, "late"), "{'minutes':20}");
    add("PUT /api/doctors/me/overrides/{date}", date, usual, window);
    add("DELETE /api/doctors/me/overrides/{date}", date, usual, "");
    add("PUT /api/patients/me", pair.patient(), "{" + patient + "}");
    add("PUT /api/patients/profile", Person.patient(api, "oldest"), "{" + patient + "}");
  }

  private void appointments() throws Exception {
    Pair.Slot slot = free.next();
    String booking =
        "{'doctorId':'%s','date':'%s','startTime':'%s','mode':'video','reason':'Check-up'}";
    add(
        "POST /api/appointments",
        pair.patient(),
        booking.formatted(pair.doctor().id(), slot.date(), slot.startTime()));
    Pair holding = Pair.create(api, "holding");
    Pair.Slot held = holding.freeSlots(api, 2).get(1);
    add(
        "POST /api/doctors/{id}/holds",
        "/api/doctors/" + holding.doctor().id() + "/holds",
        holding.patient(),
        "{'date':'%s','startTime':'%s'}".formatted(held.date(), held.startTime()));
    add("DELETE /api/holds/{id}", "/api/holds/none", holding.patient(), "");
    changeAppointment("POST", "confirm", pair.doctor(), "", 0);
    changeAppointment("POST", "decline", pair.doctor(), "{'reason':'Away'}", 0);
    changeAppointment("POST", "cancel", pair.patient(), "{'reason':'Ill'}", 0);
    Pair.Slot later = free.next();
    String time = "{'date':'%s','startTime':'%s','reason':'Late'}";
    changeAppointment(
        "POST", "reschedule", pair.patient(), time.formatted(later.date(), later.startTime()), 0);
    changeAppointment("POST", "complete", pair.doctor(), "", 1);
    changeAppointment("POST", "no-show", pair.doctor(), "", 1);
    changeAppointment("PUT", "notes", pair.doctor(), "{'notes':'Rest'}", 1);
    changeAppointment("PUT", "review", pair.patient(), "{'rating':5,'review':'Kind'}", 2);
  }

  private String book() throws Exception {
    JsonNode booked = pair.book(api, free.next()).expect(201).body();
    return booked.at("/appointment/id").asText();
  }

  /**
   * @param steps how many steps of confirming and completing come first
   */
  private void changeAppointment(String method, String verb, Person who, String body, int steps)
      throws Exception {
    // Only what has started is completed.
    String id =
        steps < 2 ? book() : pair.meet(api).expect(201).body().at("/appointment/id").asText();
    String path = "/api/appointments/" + id;
    for (String step : List.of("/confirm", "/complete").subList(steps / 2, steps)) {
      api.post(path + step, pair.doctor().token(), Map.of()).expect(200);
    }
    add(method + " /api/appointments/{id}/" + verb, path + '/' + verb, who, body);
  }

  private void messages() throws Exception {
    String doctor = pair.doctor().id();
    Person patient = pair.patient();
    String body = "{'text':'Hello'}";
    add("POST /api/messages/{userId}", "/api/messages/" + doctor, patient, body);
    add(
        "POST /api/message/send/{receiverId}",
        "/api/message/send/" + doctor,
        patient,
        "{'text':'Hello','clientId':'c-COUNT'}");
    add(
        "POST /api/messages/{userId}/read",
        "/api/messages/" + doctor + "/read",
        patient,
        "{'upTo':1}");
    add("POST /api/notices/read", patient, "{'upTo':1}");
    add("POST /unsubscribe/{token}", "/unsubscribe/none", patient, "");
    add(
        "PUT /api/me/notice-settings",
        Person.patient(api, "reminded"),
        "{'kinds':{'visit_reminder':{'mail':true,'push':false}},'reminderMinutes':[120]}");
    Person subscribes = Person.patient(api, "subscribes");
    String device =
        "{'endpoint':'https://push.example.org/COUNT','expirationTime':null,'keys':{'p256dh':"
            + "'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',"
            + "'auth':'BTBZMqHH6r4Tts7J_aSIgg'}}";
    add("POST /api/me/push-subscriptions", subscribes, device);
    add("DELETE /api/me/push-subscriptions", subscribes, device);
    Api.Reply image =
        api.post("/api/messages/" + doctor, patient.token(), Map.of("image", Photos.dataUrl()));
    String url = image.expect(201).body().at("/message/image/url").asText();
    add("GET /api/media/{id}", url, patient, "");
  }

  private void reads() throws Exception {
    String doctor = "/api/doctors/" + pair.doctor().id();
    Person patient = pair.patient();
    for (String path :
        List.of(
            "/api/auth/me", "/api/doctors", "/api/appointments", "/api/messages", "/api/calls")) {
      add("GET " + path, patient, "");
    }
    // Of somebody whom nothing is told meanwhile.
    add("GET /api/notices", Person.patient(api, "silent"), "");
    add("GET /api/me/notice-settings", Person.patient(api, "unasked"), "");
    add("GET /api/patients", pair.doctor(), "");
    add("GET /api/doctors/{id}", doctor, patient, "");
    add(
        "GET /api/doctors/{id}/slots",
        doctor + "/slots?from=2030-03-04&to=2030-03-05",
        patient,
        "");
    add("GET /api/doctors/{id}/reviews", doctor + "/reviews", patient, "");
    add("GET /api/patients/{id}", "/api/patients/" + patient.id(), pair.doctor(), "");
    add("GET /api/messages/{userId}", "/api/messages/" + pair.doctor().id(), patient, "");
    String appointment =
        operations.stream()
            .map(Operation::path)
            .filter(p -> p.endsWith("/notes"))
            .findFirst()
            .orElseThrow();
    add("GET /api/appointments/{id}", appointment.replace("/notes", ""), patient, "");
    add(
        "GET /api/appointments/{id}/calendar.ics",
        appointment.replace("/notes", "/calendar.ics"),
        patient,
        "");
  }

  private void administration() throws Exception {
    String user = "/api/admin/users/" + Person.patient(api, "managed").id();
    // Of people whose data nobody reads meanwhile; the cursor is before the first entry.
    add("GET /api/me/audit", Person.patient(api, "quiet"), "");
    String other = Person.patient(api, "calm").id();
    add("GET /api/admin/audit", "/api/admin/audit?cursor=LQox&userId=" + other, admin, "");
    // Of a kind that nobody is: the "or" of some texts is the beginning of "org", as in
    // example.org.
    add("GET /api/admin/users", "/api/admin/users?role=admin&state=disabled", admin, "");
    add("GET /api/admin/users/{id}", user, admin, "");
    add("GET /api/admin/documents/{id}", "/api/admin/documents/none", admin, "");
    add("POST /api/admin/users/{id}/erase", "/api/admin/users/none/erase", admin, "");
    String doctor = "/api/admin/users/" + Person.doctor(api, "waits").id();
    add("POST /api/admin/users/{id}/approve", doctor + "/approve", admin, "");
    add("POST /api/admin/users/{id}/reject", doctor + "/reject", admin, "{'reason':'No licence'}");
    add("DELETE /api/admin/users/{id}/totp", user + "/totp", admin, "");
    for (String verb : List.of("disable", "enable", "reset-link")) {
      add("POST /api/admin/users/{id}/" + verb, user + '/' + verb, admin, "");
    }
  }

  private void calls() throws Exception {
    String description = "{'type':'%s','sdp':'%s'}";
    String sdp = Descriptions.sdp("-").replace("\r\n", "\\r\\n");
    String candidate =
        "{'candidate':'candidate:1 1 udp 1 192.0.2.1 9 typ host','sdpMid':'0','sdpMLineIndex':0}";
    event(
        "call-user",
        "'offer':" + description.formatted("offer", sdp) + ",'media':'audio','appointmentId':'v'");
    String call = "'callId':'none'";
    event("answer-call", call + ",'answer':" + description.formatted("answer", sdp));
    event("ice-candidate", call + ",'candidate':" + candidate);
    event("call-description", call + ",'description':" + description.formatted("offer", sdp));
    event("call-rejected", call + ",'reason':'busy'");
    event("call-end", call);
    event("call-resume", call);
    event("typing", "'more':0");
    event("waiting-join", "'appointmentId':'v'");
    event("waiting-leave", "'appointmentId':'v'");
    event("admit", "'appointmentId':'v'");
  }

  /** Each event has its own sender, so that events do not affect each other. */
  private void event(String name, String more) throws Exception {
    Pair own = new Pair(pair.doctor(), Person.patient(api, "socket-" + events.size()));
    own.book(api, free.next()).expect(201);
    String payload = "{'to':'" + own.doctor().id() + "'," + more + "}";
    events.add(new Event(name, own.patient().token(), payload.replace('\'', '"')));
  }
}
