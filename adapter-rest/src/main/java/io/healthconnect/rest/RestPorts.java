package io.healthconnect.rest;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.application.administration.ShowSystem;
import io.healthconnect.domain.IdGenerator;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.calendar.CalendarWriter;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.rest.call.TurnCredentials;
import io.healthconnect.rest.http.server.RequestListener;
import io.healthconnect.rest.http.server.RouteTracer;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What the HTTP side needs from outside.
 *
 * @param online whether a person has a live connection
 * @param turn empty when there is no TURN server
 * @param calendars writes what other calendars read
 * @param storeReady whether the store answers; asked by {@code /health/ready}
 * @param feed says when what anybody may read has changed
 * @param requests is told of each request
 * @param tracer surrounds the work of each route
 * @param ids names requests
 */
public record RestPorts(
    HealthConnect useCases,
    ShowSystem showSystem,
    Predicate<AccountId> online,
    Optional<TurnCredentials> turn,
    CalendarWriter calendars,
    BooleanSupplier storeReady,
    ChangeFeed feed,
    RequestListener requests,
    RouteTracer tracer,
    Clock clock,
    IdGenerator ids) {}
