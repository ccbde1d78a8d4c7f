package io.healthconnect.benchmarks.requests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The store under the server, and the copy of it that is under the limit. */
interface Subject extends AutoCloseable {
  String name();

  boolean isMongo();

  /** Settings of a server over this store. */
  Map<String, String> settings();

  /** The process of the database, if it is not in the server. */
  OptionalLong database();

  /**
   * Copies what is stored.
   *
   * @param data the folder of the server
   * @param work a folder for the copy
   * @return the arguments with which the limit finds the copy
   */
  List<String> copy(Path data, Path work) throws Exception;

  @Override
  void close();
}
