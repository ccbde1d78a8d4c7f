package io.healthconnect.rest.http;

/** A line of the route table. */
public record Route(String method, String path, Access who, Action action) {
  /** Answers one request. */
  @FunctionalInterface
  public interface Action {
    Reply handle(Exchange exchange);
  }

  public static Route get(String path, Access who, Action action) {
    return new Route("GET", path, who, action);
  }

  public static Route post(String path, Access who, Action action) {
    return new Route("POST", path, who, action);
  }

  public static Route put(String path, Access who, Action action) {
    return new Route("PUT", path, who, action);
  }

  public static Route delete(String path, Access who, Action action) {
    return new Route("DELETE", path, who, action);
  }

  /** Whether a path of a request fits the pattern, whatever its method. */
  boolean fits(String requestPath) {
    String[] pattern = path.split("/", -1);
    String[] parts = requestPath.split("/", -1);
    if (pattern.length != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      boolean open = pattern[i].startsWith("{") && !parts[i].isEmpty();
      if (!open && !pattern[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
