package io.healthconnect.bootstrap.telemetry;

import io.healthconnect.application.Ports;
import io.healthconnect.domain.media.ImageStore;
import io.healthconnect.rest.http.server.RouteTracer;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends traces over OTLP (HTTP, protobuf) in batches, on a thread of its own. What a slow collector
 * does not take is dropped: at most so many spans wait, and no request waits for one.
 */
final class OtlpTracing implements Tracing {
  private static final int MOST_WAITING = 2_048;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final long LAST_SPANS_SECONDS = 2;

  /** OpenTelemetry reports failures here; {@link LoggedExporter} does it in the server's log. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  /**
   * Where traces go and what they say about this server.
   *
   * @param endpoint the address of the collector, without a path
   * @param percent how many of a hundred traces are kept
   * @param system the database, as OpenTelemetry names it
   */
  record Target(URI endpoint, int percent, String version, Optional<String> node, String system) {}

  private final SdkTracerProvider provider;
  private final StoreSpans stores;
  private final RouteSpans routes;

  private OtlpTracing(SdkTracerProvider provider, String system) {
    Tracer tracer = provider.get("io.healthconnect");
    this.provider = provider;
    this.stores = new StoreSpans(tracer, system);
    this.routes = new RouteSpans(tracer);
  }

  static OtlpTracing start(Target target) {
    LIBRARY.setLevel(Level.OFF);
    OtlpHttpSpanExporter exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(target.endpoint() + "/v1/traces")
            .setTimeout(TIMEOUT)
            .build();
    SdkTracerProvider provider =
        SdkTracerProvider.builder()
            .setResource(resource(target))
            .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(target.percent() / 100.0)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(new LoggedExporter(exporter, target.endpoint()))
                    .setMaxQueueSize(MOST_WAITING)
                    .setScheduleDelay(Duration.ofSeconds(1))
                    .build())
            .build();
    return new OtlpTracing(provider, target.system());
  }

  private static Resource resource(Target target) {
    AttributesBuilder attributes =
        Attributes.builder()
            .put(AttributeKey.stringKey("service.name"), "health-connect")
            .put(AttributeKey.stringKey("service.version"), target.version());
    target
        .node()
        .ifPresent(name -> attributes.put(AttributeKey.stringKey("service.instance.id"), name));
    return Resource.getDefault().merge(Resource.create(attributes.build()));
  }

  @Override
  public Ports.Stores watch(Ports.Stores real) {
    return WatchedStores.of(real, stores::watch);
  }

  @Override
  public ImageStore watch(ImageStore images) {
    return (ImageStore) stores.watch(ImageStore.class, images);
  }

  @Override
  public RouteTracer routes() {
    return routes;
  }

  /** Sends what is left, if the collector takes it at once. */
  @Override
  public void close() {
    provider.shutdown().join(LAST_SPANS_SECONDS, TimeUnit.SECONDS);
  }
}
