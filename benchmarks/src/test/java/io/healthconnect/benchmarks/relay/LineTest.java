package io.healthconnect.benchmarks.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void theCandidateHas203BytesOfJson() throws Exception {
    assertEquals(203, new ObjectMapper().writeValueAsBytes(Line.candidate()).length);
  }
}
