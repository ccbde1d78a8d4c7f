package io.healthconnect.application.notice;

/**
 * Tells people of confirmed appointments that begin soon. Must run a few times a minute; any number
 * of nodes may do so at once.
 */
public interface SendReminders {
  /**
   * @return how many reminders were due
   */
  int sendReminders();
}
