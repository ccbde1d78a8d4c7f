/** The model of Health Connect, its rules, and every outbound port. Depends on java.base only. */
module io.healthconnect.domain {
  requires static transitive org.jspecify;

  exports io.healthconnect.domain;
  exports io.healthconnect.domain.account;
  exports io.healthconnect.domain.appointment;
  exports io.healthconnect.domain.audit;
  exports io.healthconnect.domain.calendar;
  exports io.healthconnect.domain.call;
  exports io.healthconnect.domain.change;
  exports io.healthconnect.domain.doctor;
  exports io.healthconnect.domain.export;
  exports io.healthconnect.domain.media;
  exports io.healthconnect.domain.message;
  exports io.healthconnect.domain.notice;
  exports io.healthconnect.domain.outbox;
  exports io.healthconnect.domain.patient;
  exports io.healthconnect.domain.push;
  exports io.healthconnect.domain.presence;
  exports io.healthconnect.domain.waiting;
}
