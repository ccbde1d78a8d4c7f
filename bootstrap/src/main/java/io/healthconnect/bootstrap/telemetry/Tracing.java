package io.healthconnect.bootstrap.telemetry;

import io.healthconnect.application.Ports;
import io.healthconnect.bootstrap.settings.LogSettings;
import io.healthconnect.bootstrap.settings.ServerSettings;
import io.healthconnect.bootstrap.settings.Settings;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.rest.http.server.RouteTracer;

/** Traces of requests and of what they ask the store for. */
public interface Tracing extends AutoCloseable {
  /**
   * Sends traces if {@code OTLP_ENDPOINT} is set, and otherwise costs nothing.
   *
   * @param version of this server
   */
  static Tracing of(Settings settings, String version) {
    return settings
        .get(LogSettings.OTLP_ENDPOINT)
        .<Tracing>map(
            endpoint ->
                OtlpTracing.start(
                    new OtlpTracing.Target(
                        endpoint,
                        settings.get(LogSettings.OTLP_SAMPLE_PERCENT),
                        version,
                        settings.get(ServerSettings.NODE_NAME),
                        settings.get(ServerSettings.MONGODB_URI).isPresent()
                            ? "mongodb"
                            : "sqlite")))
        .orElse(NONE);
  }

  Tracing NONE =
      new Tracing() {
        @Override
        public Ports.Stores watch(Ports.Stores stores) {
          return stores;
        }

        @Override
        public ImageStore watch(ImageStore images) {
          return images;
        }

        @Override
        public RouteTracer routes() {
          return RouteTracer.NONE;
        }

        @Override
        public void close() {}
      };

  Ports.Stores watch(Ports.Stores stores);

  ImageStore watch(ImageStore images);

  RouteTracer routes();

  @Override
  void close();
}
