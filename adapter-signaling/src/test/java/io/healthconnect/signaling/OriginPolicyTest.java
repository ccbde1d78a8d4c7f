package io.healthconnect.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OriginPolicyTest {
  private final OriginPolicy policy = new OriginPolicy(Set.of(), Set.of("__Host-token"));

  /** A neighbouring host can set {@code token} for all hosts of its domain. */
  @Test
  void readsNoCookiesButThoseOfSessions() {
    assertEquals(
        Map.of("__Host-token", List.of("own", "second")),
        policy.cookies(List.of("token=neighbour; __Host-token=own", "a=b; __Host-token=second")));
    assertEquals(Map.of(), policy.cookies(List.of("token=neighbour")));
    assertEquals(Map.of(), policy.cookies(List.of()));
  }
}
