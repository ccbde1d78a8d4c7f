package io.healthconnect.application.appointment;

import io.healthconnect.application.Actor;

/** A doctor says by how many minutes they are late; patients who wait and the next ones see it. */
public interface SayRunningLate {

  /**
   * @param minutes 0 if the doctor is not late any more
   * @return false for somebody who is not a doctor
   */
  boolean sayRunningLate(Actor actor, int minutes);
}
