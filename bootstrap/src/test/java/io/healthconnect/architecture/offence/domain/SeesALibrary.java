package io.healthconnect.architecture.offence.domain;

/** Offends: a library in the domain. */
final class SeesALibrary {
  private final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(SeesALibrary.class);

  void write() {
    log.info("seen");
  }
}
