package io.healthconnect.notify.push;

import java.net.UnknownHostException;

/** A name stands for an address, among others perhaps, that is not on the public internet. */
final class ForbiddenAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenAddressException(String host) {
    super(host);
  }
}
