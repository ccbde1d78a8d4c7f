package io.healthconnect.rest.rig;

import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * The body of each operation that takes one, with every member that it may have; except for
 * bookings, see {@link TestServer#booking}. {@code #} stands for a number and {@code @} for a time
 * that differ in each request.
 */
public final class RouteBodies {
  static final String RESET_SECRET = "the-secret-of-a-reset-link";

  /** The token in the body that confirms an address, for a store to know. */
  static final String EMAIL_SECRET = "the-secret-of-a-confirmation";

  static final String CODE = "123456";

  private static final String CONTACTS =
      "[{'name':'Ann','relation':'wife','contactNumber':'+49 30 1'}]";
  private static final String PATIENT =
      "'dateOfBirth':'1980-02-29','gender':'female','bloodGroup':'A+','allergies':'Nuts',"
          + "'contactNumber':'+49 30 3','emergencyContacts':"
          + CONTACTS;
  private static final String DOCTOR =
      "'specialization':'Cardiology','experience':3,'qualification':'MD','about':'Kind',"
          + "'contactNumber':'+49 30 2','timeZone':'Europe/Berlin','languages':['en','es']";
  private static final String PRACTICE =
      "{'name':'Otto',"
          + DOCTOR
          + ",'slotMinutes':20,'bufferMinutes':5,'minimumNoticeMinutes':60,"
          + "'horizonDays':30,'autoConfirm':true,'callsAnytime':true,'quiet':false}";
  private static final String RECORD = "{'name':'Paul'," + PATIENT + "}";
  private static final String WEEK =
      "[{'day':'monday','windows':[{'startTime':'09:00','endTime':'17:00'}]}]";
  private static final String OVERRIDE =
      "'windows':[{'startTime':'18:00','endTime':'19:00'}],'timeOff':false}";
  private static final String IMAGE = "'image':'data:image/png;base64,cG5n'";
  private static final String MESSAGE = "{'text':'Hello'," + IMAGE + ",'clientId':'c-#'}";

  private static final String DOCUMENT =
      "{'text':'Hello','document':'data:application/pdf;base64,JVBERi0xLjcgJSVFT0Y=',"
          + "'documentName':'Results.pdf','clientId':'d-#'}";

  private static final String DEVICE =
      "{'endpoint':'https://push.example.org/send/1','expirationTime':null,'keys':{'p256dh':"
          + "'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',"
          + "'auth':'BTBZMqHH6r4Tts7J_aSIgg'}}";

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("POST /api/auth/signup", signUp("patient", PATIENT)),
          Map.entry(
              "POST /api/auth/login",
              "{'email':'paul@example.org','password':'correct horse','role':'patient','code':'"
                  + CODE
                  + "'}"),
          Map.entry(
              "POST /api/auth/password",
              "{'currentPassword':'correct horse','newPassword':'battery staple'}"),
          Map.entry(
              "POST /api/auth/reset",
              "{'token':'" + RESET_SECRET + "','newPassword':'battery staple'}"),
          Map.entry("POST /api/auth/forgot", "{'email':'paul@example.org'}"),
          Map.entry("POST /api/auth/verify", "{'token':'" + EMAIL_SECRET + "'}"),
          Map.entry(
              "PUT /api/me/email", "{'email':'next#@example.org','password':'correct horse'}"),
          Map.entry("POST /api/auth/totp/confirm", "{'code':'" + CODE + "'}"),
          Map.entry("DELETE /api/auth/totp", "{'password':'correct horse'}"),
          Map.entry("POST /api/admin/users/{id}/reject", "{'reason':'No licence'}"),
          Map.entry("DELETE /api/me", "{'password':'correct horse'}"),
          Map.entry("PUT /api/me/preferences", "{'language':'es','timeZone':'Asia/Kolkata'}"),
          Map.entry("PUT /api/me/avatar", "{" + IMAGE + "}"),
          Map.entry("PUT /api/doctors/me", PRACTICE),
          Map.entry("PUT /api/doctors/profile", PRACTICE),
          Map.entry("PUT /api/doctors/me/credentials", "{'licenceNumber':'MD-4711'," + IMAGE + "}"),
          Map.entry("PUT /api/doctors/me/schedule", "{'schedule':" + WEEK + "}"),
          Map.entry(
              "PUT /api/doctors/me/overrides",
              "{'from':'2026-03-04','to':'2026-03-05'," + OVERRIDE),
          Map.entry("PUT /api/doctors/me/running-late", "{'minutes':20}"),
          Map.entry("PUT /api/doctors/me/overrides/{date}", "{" + OVERRIDE),
          Map.entry("PUT /api/patients/me", RECORD),
          Map.entry("PUT /api/patients/profile", RECORD),
          Map.entry("POST /api/doctors/{id}/holds", "{'date':'2026-03-03','startTime':'@'}"),
          Map.entry("POST /api/appointments/{id}/decline", "{'reason':'Away'}"),
          Map.entry("POST /api/appointments/{id}/cancel", "{'reason':'Ill'}"),
          Map.entry(
              "POST /api/appointments/{id}/reschedule",
              "{'date':'2026-03-04','startTime':'@','reason':'Late'}"),
          Map.entry("PUT /api/appointments/{id}/notes", "{'notes':'Rest','autosave':true}"),
          Map.entry("PUT /api/appointments/{id}/review", "{'rating':5,'review':'Kind'}"),
          Map.entry("POST /api/message/send/{receiverId}", MESSAGE),
          Map.entry("POST /api/messages/{userId}", MESSAGE),
          Map.entry("POST /api/messages/{userId}/read", "{'upTo':1}"),
          Map.entry("POST /api/notices/read", "{'upTo':1}"),
          Map.entry(
              "PUT /api/me/notice-settings",
              "{'kinds':{'visit_reminder':{'mail':true,'push':false}},"
                  + "'reminderMinutes':[120]}"),
          Map.entry("POST /api/me/push-subscriptions", DEVICE),
          Map.entry("DELETE /api/me/push-subscriptions", DEVICE));

  private RouteBodies() {}

  private static String signUp(String role, String members) {
    return "{'role':'%s','name':'New','email':'%s#@example.org','password':'correct horse',%s}"
        .formatted(role, role, members);
  }

  /**
   * @param number different in each request
   * @return empty for an operation without a body
   */
  public static Optional<String> of(String operation, int number) {
    return Optional.ofNullable(BODIES.get(operation)).map(body -> filled(body, number));
  }

  /** Signs up a doctor. */
  static String ofNewDoctor(int number) {
    return filled(signUp("doctor", DOCTOR), number);
  }

  /** Sends a document. */
  static String ofDocument(int number) {
    return filled(DOCUMENT, number);
  }

  /** A half hour after noon for each number. */
  public static String time(int number) {
    return LocalTime.NOON.plusMinutes(30L * number).toString();
  }

  private static String filled(String body, int number) {
    return body.replace('\'', '"')
        .replaceAll("#", "" + number)
        .replaceAll("\"@\"", '"' + time(number) + '"');
  }
}
