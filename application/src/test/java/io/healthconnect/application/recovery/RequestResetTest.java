package io.healthconnect.application.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.healthconnect.application.audit.AuditTrail;
import io.healthconnect.domain.account.Account;
import io.healthconnect.domain.account.AccountRepository;
import io.healthconnect.domain.account.Decision;
import io.healthconnect.domain.account.Email;
import io.healthconnect.domain.account.EmailRepository;
import io.healthconnect.domain.outbox.AccountMailQueue;
import io.healthconnect.testkit.account.Accounts;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestResetTest {
  private final RecoveryWorld world = new RecoveryWorld();
  private final List<String> calls = new ArrayList<>();

  private <T> T recorded(Class<T> port, T real) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              calls.add(port.getSimpleName() + '.' + method.getName());
              return method.invoke(real, arguments);
            }));
  }

  private List<String> callsOf(Email email) {
    RequestReset request =
        RecoveryUseCases.create(
                new RecoveryUseCases.Ports(
                    recorded(AccountRepository.class, world.store.accounts()),
                    recorded(EmailRepository.class, world.store.emails()),
                    recorded(AccountMailQueue.class, world.store.accountMails())),
                (actor, password) -> {
                  throw new AssertionError("no password is checked");
                },
                new AuditTrail(world.store.audit(), world.clock),
                world.clock)
            .requestReset();
    calls.clear();
    assertTrue(request.requestReset(email));
    return List.copyOf(calls);
  }

  /** G-04: what is not looked up cannot be told by the time that it takes. */
  @Test
  void g04AsksTheSameOfTheStoreWhoeverHasTheAddress() {
    Account known = world.person("p1");
    Account disabled = world.person("p2");
    world
        .store
        .administration()
        .decide(disabled.id(), Decision.DISABLE, Accounts.decided(disabled.id(), Decision.DISABLE));
    List<String> unknown = callsOf(new Email("nobody@example.org"));
    assertEquals(List.of("AccountMailQueue.ask", "AccountMailQueue.isServed"), unknown);
    assertEquals(unknown, callsOf(known.email()));
    assertEquals(unknown, callsOf(known.email()));
    assertEquals(unknown, callsOf(disabled.email()));
    assertEquals(List.of(), world.letters);
  }

  @Test
  void saysSoWhenNobodySendsMails() {
    world.store.accountMails().stopServing();
    RecoveryUseCases useCases = world.useCases();
    assertFalse(useCases.mails());
    assertFalse(useCases.requestReset().requestReset(world.person("p1").email()));
    assertEquals(0, world.send.sendAccountMail());
  }
}
