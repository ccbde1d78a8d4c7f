package io.healthconnect.benchmarks.server;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account with an open session. */
public record Person(String id, String email, String token) {
  private static final String PASSWORD = "lantern-Orchid-47-tugboat";
  private static final List<String> WEEK =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  /** Signs up a doctor who is available all day, every day of the week. */
  public static Person doctor(Api api, String name) throws IOException, InterruptedException {
    Person doctor =
        signUp(
            api,
            name,
            Map.of(
                "role", "doctor",
                "specialization", "Cardiology",
                "experience", 7,
                "qualification", "MD",
                "timeZone", "UTC"));
    api.put("/api/doctors/me/schedule", doctor.token(), week("00:00", "23:30")).expect(200);
    return doctor;
  }

  public static Person patient(Api api, String name) throws IOException, InterruptedException {
    return signUp(api, name, Map.of("role", "patient"));
  }

  private static Person signUp(Api api, String name, Map<String, Object> profile)
      throws IOException, InterruptedException {
    Map<String, Object> body = new HashMap<>(profile);
    String email = name + "@example.org";
    body.put("name", "Person " + name);
    body.put("email", email);
    body.put("password", PASSWORD);
    Api.Reply reply = api.post("/api/auth/signup", "", body).expect(200);
    String token =
        reply.token().orElseThrow(() -> new IOException("no session cookie after sign-up"));
    return new Person(reply.body().at("/user/id").asText(), email, token);
  }

  /** Opens another session of this account. */
  public Api.Reply logIn(Api api) throws IOException, InterruptedException {
    return api.post("/api/auth/login", "", Map.of("email", email, "password", PASSWORD));
  }

  /** The body that sets the same window on every day of the week. */
  public static Map<String, Object> week(String startTime, String endTime) {
    List<Map<String, String>> windows = List.of(Map.of("startTime", startTime, "endTime", endTime));
    return Map.of(
        "schedule", WEEK.stream().map(day -> Map.of("day", day, "windows", windows)).toList());
  }
}
