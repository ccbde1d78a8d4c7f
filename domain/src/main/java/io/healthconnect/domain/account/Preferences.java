package io.healthconnect.domain.account;

import java.time.ZoneId;

/**
 * How a person is written to.
 *
 * @param timeZone the zone of all times
 */
public record Preferences(Language language, ZoneId timeZone) {}
