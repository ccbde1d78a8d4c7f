package io.healthconnect.application.doctor;

/**
 * Computes when doctors are free next, for the directory's order, where that may have changed. Must
 * run every few seconds; any number of nodes may do so at once.
 */
public interface UpdateNextFree {
  /**
   * @return how many doctors were due
   */
  int updateNextFree();
}
