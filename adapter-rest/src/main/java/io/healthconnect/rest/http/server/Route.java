package io.healthconnect.rest.http.server;

import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;

/**
 * A line of the route table.
 *
 * @param takesTurns whether so much is read that one client may have only a few under way
 * @param kept whether the reply may be given again while nothing that it shows has changed
 */
public record Route(
    String method, String path, Access who, Action action, boolean takesTurns, Kept kept) {
  /** What a reply depends on that is given again to others. */
  public enum Kept {
    /** Never given again. */
    NOT,
    /** What anybody may read of the doctor in the path, and their appointments. */
    DOCTOR,
    /** The same of all doctors. */
    DIRECTORY
  }

  /** Answers one request. */
  @FunctionalInterface
  public interface Action {
    Reply handle(Exchange exchange);
  }

  public static Route get(String path, Access who, Action action) {
    return new Route("GET", path, who, action, false, Kept.NOT);
  }

  public static Route post(String path, Access who, Action action) {
    return new Route("POST", path, who, action, false, Kept.NOT);
  }

  public static Route put(String path, Access who, Action action) {
    return new Route("PUT", path, who, action, false, Kept.NOT);
  }

  public static Route delete(String path, Access who, Action action) {
    return new Route("DELETE", path, who, action, false, Kept.NOT);
  }

  /** The same route, of which one client may have only a few under way. */
  public Route inTurn() {
    return new Route(method, path, who, action, true, kept);
  }

  /** The same route with a reply that may be given again: it is the same for everybody. */
  public Route kept(Kept by) {
    return new Route(method, path, who, action, takesTurns, by);
  }

  /** Whether the reply may be a page of a list, which can be shorter and gone on from. */
  boolean pages() {
    return method.equals("GET");
  }

  /** Whether the path of a request matches the pattern, whatever its method. */
  public boolean fits(String requestPath) {
    String[] pattern = path.split("/", -1);
    String[] parts = requestPath.split("/", -1);
    if (pattern.length != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!fits(pattern[i], parts[i])) {
        return false;
      }
    }
    return true;
  }

  /** Behind what stands for any text there may be an ending that is fixed. */
  private static boolean fits(String pattern, String part) {
    if (!pattern.startsWith("{")) {
      return pattern.equals(part);
    }
    String ending = pattern.substring(pattern.indexOf('}') + 1);
    return part.length() > ending.length() && part.endsWith(ending);
  }
}
