package io.healthconnect.bootstrap.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the address of MongoDB must hold once people reach the server over the internet. */
final class MongoAccess {
  private static final Pattern ADDRESS =
      Pattern.compile("mongodb(?:\\+srv)?://(?:([^@/:]*)(?::([^@/]*))?@)?([^/?]*).*");

  private static final List<String> SAMPLES =
      List.of(
          "password", "passwort", "secret", "changeme", "change_me", "example", "mongo", "root");

  private MongoAccess() {}

  /** Why nobody should keep records there; a server on this machine alone may do without. */
  static Optional<String> problem(String address) {
    Matcher parts = ADDRESS.matcher(address);
    boolean certified = address.contains("authMechanism=MONGODB-X509");
    if (!parts.matches() || isLocal(part(parts, 3)) || certified) {
      return Optional.empty();
    }
    String user = part(parts, 1);
    String password = part(parts, 2);
    if (user.isEmpty() || password.isEmpty()) {
      return Optional.of("a user and a password are required with an https PUBLIC_URL");
    }
    String word = password.toLowerCase(Locale.ROOT);
    return SAMPLES.contains(word) || password.equals(user)
        ? Optional.of("the password is a sample, which is not allowed with an https PUBLIC_URL")
        : Optional.empty();
  }

  private static String part(Matcher parts, int group) {
    String found = parts.group(group);
    return found == null ? "" : found;
  }

  private static boolean isLocal(String hosts) {
    return List.of(hosts.split(",")).stream()
        .map(host -> host.replaceAll(":\\d+$", ""))
        .allMatch(host -> List.of("localhost", "127.0.0.1", "[::1]").contains(host));
  }
}
