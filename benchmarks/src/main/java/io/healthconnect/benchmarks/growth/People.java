package io.healthconnect.benchmarks.growth;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Pair;
import java.io.IOException;

/**
 * The doctor who has all the appointments and conversations, and the patient with the long
 * conversation. What they have done is the template of everything else in the store.
 *
 * @param appointment that they share
 */
record People(Pair pair, String appointment) {
  static People signUp(Api api) throws IOException, InterruptedException {
    Pair pair = Pair.create(api, "growth");
    pair.sendFromPatient(api, "I feel better since Monday.", "template-1").expect(201);
    pair.sendFromDoctor(api, "Then take half of it.", "template-2").expect(201);
    String token = pair.doctor().token();
    String id =
        api.get("/api/appointments?limit=1", token)
            .expect(200)
            .body()
            .at("/appointments/0/id")
            .asText();
    return new People(pair, id);
  }

  String doctor() {
    return pair.doctor().id();
  }

  String patient() {
    return pair.patient().id();
  }
}
