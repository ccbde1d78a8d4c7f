package io.healthconnect.mongod;

import java.nio.file.Path;

/** A server that is not part of a replica set. */
public final class Standalone implements AutoCloseable {
  private final Path folder = Folders.create();
  private final Member server = Member.start(folder, "");

  public String uri() {
    return "mongodb://" + server.address() + "/";
  }

  @Override
  public void close() {
    server.kill();
    Folders.delete(folder);
  }
}
