package io.healthconnect.bootstrap.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when the collector stops taking traces, and when it takes them again. */
final class LoggedExporter implements SpanExporter {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedExporter.class);

  private final SpanExporter exporter;
  private final URI endpoint;
  private volatile boolean away;

  LoggedExporter(SpanExporter exporter, URI endpoint) {
    this.exporter = exporter;
    this.endpoint = endpoint;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    result.whenComplete(() -> sent(result.isSuccess()));
    return result;
  }

  private synchronized void sent(boolean success) {
    if (away == success) {
      away = !success;
      if (away) {
        LOG.warn("traces are lost: {} does not take them", endpoint);
      } else {
        LOG.info("traces reach {} again", endpoint);
      }
    }
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
