package io.healthconnect.rest.account;

import io.healthconnect.application.account.AccountUseCases;
import io.healthconnect.domain.account.Email;
import io.healthconnect.rest.http.admission.DeviceCookie;
import io.healthconnect.rest.http.request.Exchange;
import java.util.Optional;

/**
 * Recognizes the devices whose owners have proved that an account is theirs, by a log-in or a
 * mailed link: guesses by strangers do not keep people out there (ADR 0017).
 */
public final class KnownDevices {
  private final AccountUseCases useCases;
  private final DeviceCookie cookie;

  /**
   * @param secure whether the pages are served over https
   */
  public KnownDevices(AccountUseCases useCases, boolean secure) {
    this.useCases = useCases;
    this.cookie = new DeviceCookie(secure);
  }

  Optional<String> find(Exchange exchange, Email email) {
    return cookie.read(exchange.header("Cookie")).stream()
        .flatMap(marker -> useCases.recognizeDevice().recognizeDevice(email, marker).stream())
        .findFirst();
  }

  /** The cookie from which the device is known. */
  String mark(Exchange exchange, Email email) {
    Optional<String> present = cookie.read(exchange.header("Cookie")).stream().findFirst();
    return cookie.set(useCases.markDevice().markDevice(email, present));
  }
}
