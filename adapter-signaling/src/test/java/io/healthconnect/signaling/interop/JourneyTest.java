package io.healthconnect.signaling.interop;

import io.healthconnect.signaling.rig.OfficialClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Stock clients log in, chat, call, and come back after a restart of the server: each with each
 * transport alone, and with its defaults.
 */
class JourneyTest {
  private static final List<String> TRANSPORTS =
      List.of("polling,websocket", "polling", "websocket");

  @BeforeAll
  static void installTheClients() throws IOException, InterruptedException {
    OfficialClient.install();
    OfficialClient.installForPython();
  }

  /** Runs a script against a server of its own. */
  private interface Script {
    List<DynamicTest> run(InteropHost host, String transports)
        throws IOException, InterruptedException;
  }

  private static List<DynamicContainer> onEachTransport(Script script)
      throws IOException, InterruptedException {
    List<DynamicContainer> all = new ArrayList<>();
    for (String transports : TRANSPORTS) {
      try (InteropHost host = InteropHost.withRealTime()) {
        all.add(DynamicContainer.dynamicContainer(transports, script.run(host, transports)));
      }
    }
    return all;
  }

  private static List<DynamicContainer> javaScript(String client)
      throws IOException, InterruptedException {
    return onEachTransport(
        (host, transports) ->
            OfficialClient.cases(
                "journey.mjs",
                host.url(),
                host.controlUrl(),
                "client=" + client,
                "transports=" + transports));
  }

  @TestFactory
  List<DynamicContainer> ofJavaScript() throws IOException, InterruptedException {
    return javaScript("socket.io-client");
  }

  @TestFactory
  List<DynamicContainer> ofJavaScript40() throws IOException, InterruptedException {
    return javaScript("socket.io-client-4.0");
  }

  @TestFactory
  List<DynamicContainer> ofPython() throws IOException, InterruptedException {
    return onEachTransport(
        (host, transports) ->
            OfficialClient.pythonCases("journey.py", host.url(), host.controlUrl(), transports));
  }
}
