package io.healthconnect.benchmarks.images;

import io.healthconnect.benchmarks.server.Api;
import io.healthconnect.benchmarks.server.Arguments;
import io.healthconnect.benchmarks.server.Delays;
import io.healthconnect.benchmarks.server.HealthConnectServer;
import io.healthconnect.benchmarks.server.Machine;
import io.healthconnect.benchmarks.server.Pair;
import io.healthconnect.benchmarks.server.ServerProcess;
import io.healthconnect.standin.CloudinaryStandIn;
import io.healthconnect.standin.CloudinaryStandIn.Behaviour;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * U-09: the latency of text messages while Cloudinary hangs, fails or is down, compared with that
 * in the same run while it answers. Images are sent all the time.
 *
 * <p>Arguments: {@code --pairs 4 --seconds 12 --rounds 3} (a phase; each round has four).
 */
public final class ImageFaults {
  private static final Duration READY_LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> ROOM =
      Map.of(
          "LIMIT_IMAGE_UPLOADS_PER_MINUTE", "1000000",
          "LIMIT_IMAGE_FILES_PER_DAY", "1000000",
          "LIMIT_IMAGE_QUEUE", "100");

  private enum Fault {
    NONE,
    HANGS,
    FAILS,
    GONE
  }

  private final Map<Fault, Phase> phases = new EnumMap<>(Fault.class);
  private final CloudinaryStandIn cloudinary;

  private ImageFaults(CloudinaryStandIn cloudinary) {
    this.cloudinary = cloudinary;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    Path work = Files.createTempDirectory("health-connect-images");
    HealthConnectServer jar = HealthConnectServer.in(work, HealthConnectServer.defaultJar());
    System.out.println(Machine.describe());
    try (CloudinaryStandIn cloudinary = new CloudinaryStandIn(Clock.systemUTC())) {
      ImageFaults run = new ImageFaults(cloudinary);
      Map<String, String> settings = new HashMap<>(ROOM);
      settings.put("CLOUDINARY_URL", cloudinary.url());
      try (ServerProcess server = jar.with(settings).start()) {
        server.awaitReady(READY_LIMIT);
        run.measure(new Api(server.base()), given);
      }
      run.print();
    }
    System.exit(0);
  }

  private void measure(Api api, Arguments given)
      throws IOException, InterruptedException, ExecutionException {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < given.number("pairs", 4); i++) {
      pairs.add(Pair.create(api, "images-" + i));
    }
    String picture = picture();
    Duration length = Duration.ofSeconds(given.number("seconds", 12));
    new Phase(api, pairs, picture).run("warm-up", length);
    for (Fault fault : Fault.values()) {
      phases.put(fault, new Phase(api, pairs, picture));
    }
    for (int round = 0; round < given.number("rounds", 3); round++) {
      awaitPictures(api, pairs.get(0), picture, round);
      for (Map.Entry<Fault, Phase> each : phases.entrySet()) {
        begin(each.getKey());
        each.getValue().run(each.getKey() + "-" + round, length);
        end(each.getKey());
      }
    }
  }

  private void begin(Fault fault) {
    switch (fault) {
      case NONE -> cloudinary.behave(Behaviour.ANSWERS);
      case HANGS -> cloudinary.behave(Behaviour.HANGS);
      case FAILS -> cloudinary.behave(Behaviour.FAILS);
      case GONE -> cloudinary.goDown();
    }
  }

  private void end(Fault fault) throws IOException {
    cloudinary.behave(Behaviour.ANSWERS);
    if (fault == Fault.GONE) {
      cloudinary.comeBack();
    }
  }

  /** After failures the server does not call Cloudinary for a while. */
  private static void awaitPictures(Api api, Pair pair, String picture, int round)
      throws IOException, InterruptedException {
    String path = "/api/messages/" + pair.doctor().id();
    Map<String, String> body = Map.of("image", picture, "clientId", "again-" + round);
    for (int second = 0; second < 90; second++) {
      if (api.post(path, pair.patient().token(), body).status() == 201) {
        return;
      }
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
    throw new IOException("pictures did not come back");
  }

  /** Noise, so that it does not compress to nothing. */
  private static String picture() throws IOException {
    BufferedImage image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 120 * 90; i++) {
      image.setRGB(i % 120, i / 120, random.nextInt());
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", file);
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(file.toByteArray());
  }

  private void print() {
    Delays normal = Objects.requireNonNull(phases.get(Fault.NONE)).texts();
    phases.forEach(
        (fault, phase) ->
            System.out.printf(
                Locale.ROOT,
                "cloudinary %-5s  texts %d  p50 %.1f ms  p99 %.1f ms  p99 ratio %.2f  pictures %s%n",
                fault,
                phase.texts().count(),
                phase.texts().millis(50),
                phase.texts().millis(99),
                phase.texts().ratio(normal),
                phase.pictureReplies()));
  }
}
