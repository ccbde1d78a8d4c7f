package io.healthconnect.bootstrap.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedExporterTest {
  /** A collector that is there or not. */
  private static final class Sometimes implements SpanExporter {
    private boolean there = true;

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return there ? CompletableResultCode.ofSuccess() : CompletableResultCode.ofFailure();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  @Test
  void saysOnceThatTracesAreLostAndOnceThatTheyArriveAgain() {
    Logger log = (Logger) LoggerFactory.getLogger(LoggedExporter.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try {
      Sometimes collector = new Sometimes();
      LoggedExporter exporter =
          new LoggedExporter(collector, URI.create("http://collector.example:4318"));
      exporter.export(List.of());
      for (boolean there : new boolean[] {false, false, true, true}) {
        collector.there = there;
        exporter.export(List.of());
      }
      assertEquals(
          List.of(
              "traces are lost: http://collector.example:4318 does not take them",
              "traces reach http://collector.example:4318 again"),
          lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    } finally {
      log.detachAppender(lines);
    }
  }
}
