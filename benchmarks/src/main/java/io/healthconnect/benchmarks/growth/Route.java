package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.server.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A request that is measured.
 *
 * @param path with an {@code n} at its end, where an answer might be kept
 * @param token of the session, or an empty text
 * @param sends whether it sends a message
 */
record Route(String title, String path, String token, boolean sends) {
  /** All that are measured on a store. */
  static List<Route> all(People people, Sizes sizes, long now) {
    List<Route> all = new ArrayList<>();
    Listed middle = new Listed(sizes.doctors() / 2);
    for (String sort : List.of("name", "rating", "experience", "soonest")) {
      String list = "/api/doctors?limit=10&sort=" + sort;
      all.add(anyone("doctors by " + sort, list));
      all.add(anyone("…, deep", list + cursor(key(middle, sort, now), middle.id())));
      all.add(anyone("…, common word", list + "&q=" + Listed.COMMON));
      all.add(anyone("…, two common words", list + "&q=" + Listed.COMMON + "%20card"));
      all.add(anyone("…, rare word", list + "&q=" + Listed.RARE));
      all.add(anyone("…, specialty", list + "&specialization=cardiology"));
      all.add(anyone("…, long practice", list + "&minExperience=" + Listed.LONG_PRACTICE));
      all.add(anyone("…, rated 4.5", list + "&minRating=4.5"));
    }
    all.add(anyone("doctor", "/api/doctors/" + people.doctor() + "?"));
    all.add(anyone("reviews", "/api/doctors/" + people.doctor() + "/reviews?limit=10"));
    appointments(people, sizes, now, all);
    messages(people, sizes, now, all);
    return all;
  }

  private static void appointments(People people, Sizes sizes, long now, List<Route> all) {
    Visit visit = new Visit(Visit.middle(sizes.appointments()), now, sizes.conversations());
    String list = "/api/appointments?limit=10";
    String deep = cursor(Long.toString(visit.startsAt()), visit.id());
    all.add(own(people, "appointments", list));
    all.add(own(people, "…, deep", list + "&order=desc" + deep));
    all.add(own(people, "…, requests", list + "&status=pending"));
    all.add(own(people, "…, pending or scheduled", list + "&status=pending,scheduled"));
    all.add(own(people, "…, completed", list + "&status=completed&order=desc"));
    all.add(own(people, "…, completed, deep", list + "&status=completed&order=desc" + deep));
    all.add(own(people, "…, no-shows, deep", list + "&status=no_show&order=desc" + deep));
    String range = "&from=%s&to=%s".formatted(visit.date(), visit.date());
    all.add(own(people, "…, of one day", list + range));
    all.add(own(people, "patients", "/api/patients?limit=10"));
  }

  private static void messages(People people, Sizes sizes, long now, List<Route> all) {
    long half = sizes.conversations() / 2;
    String at = Long.toString(now - (half + 1) * 60_000);
    all.add(own(people, "conversations", "/api/messages?limit=10"));
    all.add(own(people, "…, deep", "/api/messages?limit=10" + cursor(at, Ids.of("p", half))));
    String chat = "/api/messages/" + people.patient() + "?limit=20";
    all.add(own(people, "messages", chat));
    all.add(own(people, "…, old", chat + "&before=" + sizes.messages() / 2));
    all.add(
        new Route(
            "send message",
            "/api/messages/" + people.doctor() + "?",
            people.pair().patient().token(),
            true));
  }

  private static String key(Listed doctor, String sort, long now) {
    return switch (sort) {
      case "rating" -> doctor.hundredths() + ":" + doctor.ratings();
      case "experience" -> Integer.toString(doctor.experience());
      case "soonest" -> doctor.nextFreeAt(now) + ":" + doctor.nameFolded();
      default -> doctor.nameFolded();
    };
  }

  /** As the server writes it. */
  private static String cursor(String key, String id) {
    return "&cursor="
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString((id + "\n" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static Route anyone(String title, String path) {
    return new Route(title, path, "", false);
  }

  private static Route own(People people, String title, String path) {
    Person doctor = people.pair().doctor();
    return new Route(title, path, doctor.token(), false);
  }

  int status() {
    return sends ? 201 : 200;
  }

  /**
   * @param number of this request, so that no two are the same
   */
  byte[] request(URI base, long number) {
    String body =
        sends ? "{\"text\":\"I feel better.\",\"clientId\":\"growth-%d\"}".formatted(number) : "";
    StringBuilder text = new StringBuilder(512);
    text.append(sends ? "POST " : "GET ").append(path).append("&n=").append(number);
    text.append(" HTTP/1.1\r\nHost: ").append(base.getAuthority()).append("\r\n");
    if (!token.isEmpty()) {
      text.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (sends) {
      text.append("Content-Type: application/json\r\n");
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
  }
}
