package io.healthconnect.rest.export;

import io.healthconnect.application.Actor;
import io.healthconnect.application.export.ExportUseCases;
import io.healthconnect.domain.account.AccountId;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.Reply;
import io.healthconnect.rest.http.request.Exchange;
import io.healthconnect.rest.http.server.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Downloads everything that is stored of a person, as a ZIP file. A person has one export under way
 * at a time, and this server a few.
 */
public final class ExportRoutes {
  /** Each holds a thread while its client reads. */
  private static final int MOST_AT_ONCE = 4;

  private static final Duration RETRY = Duration.ofSeconds(10);

  private final ExportUseCases useCases;
  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final Set<AccountId> exporting = ConcurrentHashMap.newKeySet();

  public ExportRoutes(ExportUseCases useCases) {
    this.useCases = useCases;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/me/export", Access.SIGNED_IN, this::export));
  }

  private Reply export(Exchange exchange) {
    if (exchange.isHead()) {
      // Nothing is given, so nothing is collected, and nothing logged. Unless it is flushed, the
      // reply would claim a length of 0.
      return zip(OutputStream::flush);
    }
    AccountId person = exchange.actor().id();
    if (!exporting.add(person)) {
      return Problem.retryAfter(ErrorCode.RATE_LIMITED, RETRY);
    }
    if (!free.tryAcquire()) {
      exporting.remove(person);
      return Problem.retryAfter(ErrorCode.OVERLOADED, RETRY);
    }
    try {
      return reply(person, written(exchange.actor()));
    } catch (RuntimeException e) {
      end(person);
      throw e;
    }
  }

  private ExportFile written(Actor actor) {
    ExportFile file = new ExportFile(ExportSpool.open());
    try {
      useCases.exportData().exportData(actor, file);
      file.end();
      return file;
    } catch (RuntimeException e) {
      try {
        file.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private Reply reply(AccountId person, ExportFile file) {
    return zip(
        out -> {
          try (file) {
            file.writeTo(out, useCases.readImage());
          } finally {
            end(person);
          }
        });
  }

  private static Reply zip(Reply.Stream.Body body) {
    return new Reply.Stream(
        "application/zip",
        Map.of("Content-Disposition", "attachment; filename=\"health-connect.zip\""),
        body);
  }

  private void end(AccountId person) {
    free.release();
    exporting.remove(person);
  }
}
