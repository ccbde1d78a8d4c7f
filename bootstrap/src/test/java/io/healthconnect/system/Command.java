package io.healthconnect.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Person;
import io.healthconnect.benchmarks.server.ShortLived;
import io.healthconnect.domain.account.SecondFactor;
import io.healthconnect.domain.account.TotpSecret;
import io.healthconnect.security.OtpTimeCodes;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A run of the jar that does one thing and ends. */
record Command(int status, String out, String err) {
  static final String PASSWORD = "copper-Lantern-77-tugboat";

  /**
   * @param folder in which it runs
   */
  static Command run(Path folder, Map<String, String> environment, String... arguments)
      throws Exception {
    Path jar =
        Path.of(System.getProperty("health-connect.jar", "target/health-connect.jar"))
            .toAbsolutePath();
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ShortLived.options(jar));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(err.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Command(process.exitValue(), out, Files.readString(err));
  }

  /** Makes an admin beside the server of the jar, with the settings that it was started with. */
  static Person admin(RunnableJar jar, URI base, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("DATA_DIR", jar.data().toString());
    all.put("PORT", Integer.toString(jar.port()));
    all.put("BCRYPT_COST", "4");
    String email = "ada@example.org";
    Command made = run(jar.folder(), all, "--create-admin", email);
    assertTrue(made.status() == 0, made.err());
    Api api = new Api(base);
    String secret = made.out().strip().replaceAll(".*#", "");
    api.post("/api/auth/reset", "", Map.of("token", secret, "newPassword", PASSWORD)).expect(204);
    Api.Reply reply =
        api.post("/api/auth/login", "", Map.of("email", email, "password", PASSWORD)).expect(200);
    String token = reply.token().orElseThrow();
    turnOnSecondFactor(api, token);
    return new Person(reply.body().at("/user/id").asText(), email, token);
  }

  /** Admins of a server with a PUBLIC_URL need it. */
  private static void turnOnSecondFactor(Api api, String token) throws Exception {
    Api.Reply begun = api.post("/api/auth/totp", token, Map.of()).expect(200);
    TotpSecret secret = new TotpSecret(begun.body().at("/secret").asText());
    long step = System.currentTimeMillis() / SecondFactor.STEP.toMillis();
    Map<String, String> code = Map.of("code", new OtpTimeCodes().code(secret, step));
    api.post("/api/auth/totp/confirm", token, code).expect(200);
  }
}
