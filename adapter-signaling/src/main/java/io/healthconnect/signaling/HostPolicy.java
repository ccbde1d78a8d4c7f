package io.healthconnect.signaling;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts under which clients may open a socket: any IP address, {@code localhost}, or a name of
 * this site. This excludes foreign names that were made to resolve to this server (DNS rebinding).
 *
 * @param names the names of the site, in lower case, without ports
 */
public record HostPolicy(Set<String> names) {
  private static final Pattern ADDRESS =
      Pattern.compile("\\[[0-9a-f:.]{2,45}]|\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

  public HostPolicy {
    names = Set.copyOf(names);
  }

  /**
   * @param host the value of the Host header
   */
  public boolean allows(String host) {
    String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    return name.equals("localhost") || names.contains(name) || ADDRESS.matcher(name).matches();
  }
}
