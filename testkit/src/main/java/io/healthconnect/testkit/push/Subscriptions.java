package io.healthconnect.testkit.push;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.account.Session;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.PushSubscription;
import io.healthconnect.testkit.Stores;
import io.healthconnect.testkit.account.Accounts;

/** Valid subscriptions, with the keys of the example of RFC 8291. */
public final class Subscriptions {
  public static final PushKeys KEYS =
      PushKeys.parse(
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
          "BTBZMqHH6r4Tts7J_aSIgg");

  private Subscriptions() {}

  /**
   * A subscription to a push service.
   *
   * @param device names the endpoint
   * @param second when it was made
   */
  public static PushSubscription of(AccountId account, String session, String device, int second) {
    return new PushSubscription(
        account,
        Accounts.session(session, account).id(),
        PushEndpoint.of("https://push.example.org/send/" + device).orElseThrow(),
        KEYS,
        Accounts.CREATED.plusSeconds(second));
  }

  /** Stores the subscription, and its session before it if need be. The account exists. */
  public static PushSubscription add(Stores stores, PushSubscription subscription) {
    Session session = Accounts.session(subscription.session().value(), subscription.account());
    if (stores.sessions().find(session.id()).isEmpty()) {
      stores.sessions().open(session, Accounts.credentials(subscription.account()));
    }
    assertTrue(stores.pushSubscriptions().save(subscription));
    return subscription;
  }
}
