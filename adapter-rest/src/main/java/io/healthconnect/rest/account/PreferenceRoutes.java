package io.healthconnect.rest.account;

import static io.healthconnect.rest.http.request.Fields.required;

import io.healthconnect.application.account.ChangePreferences;
import io.healthconnect.domain.account.Language;
import io.healthconnect.domain.account.Preferences;
import io.healthconnect.domain.doctor.TimeZones;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a person is written to. */
public final class PreferenceRoutes {
  record PreferencesRequest(@Nullable String language, @Nullable String timeZone) {}

  private final ChangePreferences changePreferences;

  public PreferenceRoutes(ChangePreferences changePreferences) {
    this.changePreferences = changePreferences;
  }

  public List<Route> routes() {
    return List.of(Route.put("/api/me/preferences", Access.SIGNED_IN, this::change));
  }

  private Reply change(Exchange exchange) {
    PreferencesRequest request = exchange.body(PreferencesRequest.class);
    Preferences preferences =
        new Preferences(
            Language.parse(required("language", request.language())),
            TimeZones.parse(required("timeZone", request.timeZone())));
    changePreferences.changePreferences(
        new ChangePreferences.Command(exchange.actor(), preferences));
    return Reply.noContent();
  }
}
