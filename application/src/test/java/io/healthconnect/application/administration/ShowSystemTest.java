package io.healthconnect.application.administration;

import static io.healthconnect.application.administration.AdministrationWorld.ADMIN;
import static io.healthconnect.application.administration.AdministrationWorld.actor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.healthconnect.application.upkeep.UpkeepReport;
import io.healthconnect.domain.Result;
import io.healthconnect.domain.account.Role;
import io.healthconnect.domain.audit.AuditAction;
import io.healthconnect.domain.outbox.OutboxState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowSystemTest {
  private static final SystemReport REPORT =
      new SystemReport(
          new SystemReport.Software("1", "17", "2026a", Instant.EPOCH),
          new SystemReport.Store("SQLite 3", 14, 4096, Optional.of(1L)),
          new SystemReport.Feed(1, Optional.empty(), 0, 0, 0),
          new SystemReport.Load(2, new SystemReport.Queues(0, 0, 0, 0), 10, 20, 0),
          new SystemReport.Outboxes(
              new OutboxState(1, Optional.of(Instant.EPOCH), 0),
              new OutboxState(0, Optional.empty(), 2)),
          List.of(new UpkeepReport("delete_images", 3, 0, Duration.ZERO)));

  private final AdministrationWorld world = new AdministrationWorld();
  private int reports;
  private final ShowSystem show =
      AdministrationUseCases.showSystem(
          world.trail,
          () -> {
            reports++;
            return REPORT;
          });

  @Test
  void showsItToAdminsAndWritesTheLookDown() {
    assertEquals(Result.success(REPORT), show.showSystem(ADMIN));
    assertEquals(List.of(world.event(AuditAction.SYSTEM_READ)), world.logged());
  }

  @Test
  void showsNothingToOthersAndAsksNothing() {
    for (Role role : new Role[] {Role.DOCTOR, Role.PATIENT}) {
      assertEquals(
          Result.failure(ShowSystem.Refusal.NOT_AN_ADMIN), show.showSystem(actor("d1", role)));
    }
    assertEquals(List.of(), world.logged());
    assertEquals(0, reports);
  }
}
