package io.healthconnect.rest.rig;

import io.healthconnect.rest.http.server.Route;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies for the routes that need one, except for bookings. */
public final class RouteBodies {
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "POST /api/auth/signup",
              "{'role':'patient','name':'New','email':'new%d@example.org','password':'correct horse'}"),
          Map.entry(
              "POST /api/auth/login", "{'email':'paul@example.org','password':'correct horse'}"),
          Map.entry(
              "POST /api/auth/password",
              "{'currentPassword':'correct horse','newPassword':'battery staple'}"),
          Map.entry("DELETE /api/me", "{'password':'wrong horse'}"),
          Map.entry("POST /api/auth/reset", "{'token':'made up','newPassword':'battery staple'}"),
          Map.entry("POST /api/auth/totp/confirm", "{'code':'123456'}"),
          Map.entry("DELETE /api/auth/totp", "{'password':'correct horse'}"),
          Map.entry("PUT /api/doctors/me", "{'about':'Kind'}"),
          Map.entry("PUT /api/doctors/me/schedule", "{'schedule':[]}"),
          Map.entry(
              "PUT /api/doctors/me/overrides",
              "{'from':'2026-03-02','to':'2026-03-04','timeOff':true}"),
          Map.entry("PUT /api/doctors/me/overrides/{date}", "{'timeOff':true}"),
          Map.entry("PUT /api/patients/me", "{'allergies':'Nuts'}"),
          Map.entry("PUT /api/me/avatar", "{'image':'data:image/png;base64,cG5n'}"),
          Map.entry("POST /api/appointments/{id}/cancel", "{'reason':'Ill'}"),
          Map.entry(
              "POST /api/appointments/{id}/reschedule",
              "{'date':'2026-03-04','startTime':'1%d:00'}"),
          Map.entry("PUT /api/appointments/{id}/notes", "{'notes':'Rest'}"),
          Map.entry("PUT /api/appointments/{id}/review", "{'rating':5}"),
          Map.entry("POST /api/message/send/{receiverId}", "{'text':'Hello'}"),
          Map.entry("POST /api/messages/{userId}", "{'text':'Hello'}"),
          Map.entry("POST /api/messages/{userId}/read", "{'upTo':1}"));

  private RouteBodies() {}

  /**
   * @param number different for each requester
   * @return null for a route without a body
   */
  public static @Nullable String of(Route route, int number) {
    String body = BODIES.get(route.method() + " " + route.path());
    return body == null ? null : body.replace('\'', '"').formatted(number);
  }
}
