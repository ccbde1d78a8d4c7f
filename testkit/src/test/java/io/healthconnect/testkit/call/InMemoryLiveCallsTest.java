package io.healthconnect.testkit.call;

import io.healthconnect.domain.account.AccountId;
import io.healthconnect.domain.appointment.AppointmentId;
import io.healthconnect.domain.call.LiveCalls;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.testkit.change.InMemoryChangeFeed;

class InMemoryLiveCallsTest implements LiveCallsContract {
  private final InMemoryChangeFeed feed = new InMemoryChangeFeed();
  private final LiveCalls calls = new InMemoryLiveCalls(feed);

  @Override
  public LiveCalls calls() {
    return calls;
  }

  @Override
  public ChangeFeed feed() {
    return feed;
  }

  @Override
  public AccountId person(String name) {
    return new AccountId(name);
  }

  @Override
  public AppointmentId appointment() {
    return new AppointmentId("appointment");
  }
}
