package io.healthconnect.mongod;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.bson.Document;

/**
 * A replica set of one member with access control: users must log in and have only the roles they
 * were granted.
 */
public final class SecuredSet implements AutoCloseable {
  private static final String NAME = "secured";
  private static final String ROOT = "root";

  private final Path folder;
  private final Member member;
  private final String password = UUID.randomUUID().toString();

  private SecuredSet(Path folder) {
    this.folder = folder;
    this.member = Member.start(folder, NAME, "--keyFile", key(folder).toString());
  }

  public static SecuredSet start() {
    SecuredSet set = new SecuredSet(Folders.create());
    try {
      Document self = new Document("_id", 0).append("host", set.member.address());
      set.member.admin(
          new Document(
              "replSetInitiate", new Document("_id", NAME).append("members", List.of(self))));
      set.createFirstUser();
      return set;
    } catch (RuntimeException e) {
      set.close();
      throw e;
    }
  }

  /** The URI of a database, for a new user with the given roles on it. */
  public String uri(String database, List<String> roles) {
    String name = "u" + UUID.randomUUID();
    try (MongoClient root = MongoClients.create(uri(ROOT, "admin"))) {
      root.getDatabase(database).runCommand(user(name, roles));
    }
    return uri(name, database);
  }

  /** The server allows a local client to create the first user once the member accepts writes. */
  private void createFirstUser() {
    String open = "mongodb://" + member.address() + "/?replicaSet=" + NAME;
    try (MongoClient client = MongoClients.create(open)) {
      client.getDatabase("admin").runCommand(user(ROOT, List.of("root")));
    }
  }

  private Document user(String name, List<String> roles) {
    return new Document("createUser", name).append("pwd", password).append("roles", roles);
  }

  private String uri(String user, String database) {
    return "mongodb://%s:%s@%s/%s?replicaSet=%s"
        .formatted(user, password, member.address(), database, NAME);
  }

  /** The server accepts only a key file that nobody else can read. */
  private static Path key(Path folder) {
    try {
      Path key =
          Files.createFile(
              folder.resolve("key"),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(key, UUID.randomUUID().toString().replace("-", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    member.kill();
    Folders.delete(folder);
  }
}
