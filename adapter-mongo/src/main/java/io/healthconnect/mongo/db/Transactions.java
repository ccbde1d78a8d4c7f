package io.healthconnect.mongo.db;

import static com.mongodb.MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL;
import static com.mongodb.MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs transactions as {@link ClientSession#withTransaction} does, but within one deadline. The
 * driver waits as long again to abort what has timed out, at the same member that does not answer;
 * here that happens on another thread.
 */
final class Transactions implements AutoCloseable {
  static final ClientSessionOptions SESSION =
      ClientSessionOptions.builder()
          .causallyConsistent(true)
          .defaultTransactionOptions(
              TransactionOptions.builder()
                  .readConcern(ReadConcern.SNAPSHOT)
                  .writeConcern(WriteConcern.MAJORITY)
                  .readPreference(ReadPreference.primary())
                  .build())
          .build();

  private static final long DEADLINE_NANOS =
      TimeUnit.MILLISECONDS.toNanos(MongoConnection.DEADLINE_MILLIS);

  private static final int THREADS = 4;

  /** A conflict that lasts longer may be with a transaction that nobody will end. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** What is not aborted is found as abandoned. */
  private static final int WAITING = 256;

  private final MongoClient client;
  private final RequestTime time;
  private final StripedLocks locks = new StripedLocks();

  /** What to do after the commit of the attempt that is under way in a session. */
  private final Map<ClientSession, List<Runnable>> afterCommits = new ConcurrentHashMap<>();

  private final ThreadPoolExecutor aborting =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(WAITING),
          Transactions::thread,
          new ThreadPoolExecutor.DiscardPolicy());

  private final AbandonedTransactions abandoned;

  /**
   * @param admin as for {@link AbandonedTransactions}, like the name
   */
  Transactions(MongoClient client, RequestTime time, MongoDatabase admin, String application) {
    this.client = client;
    this.time = time;
    abandoned = new AbandonedTransactions(admin, application, aborting, System::nanoTime);
    aborting.allowCoreThreadTimeOut(true);
  }

  RequestTime time() {
    return time;
  }

  /** Repeats the work, with pauses, while it conflicts with other writers. */
  <T> T run(Function<ClientSession, T> work) {
    return run(System.nanoTime(), work);
  }

  /**
   * Does so in its turn among the threads of this process that write for the same key. Waiting
   * while others make progress takes no time of the request.
   */
  <T> T run(String key, Function<ClientSession, T> work) {
    long begun = System.nanoTime();
    try {
      return locks.run(
          key,
          since -> {
            time.forgive(Math.max(0, since - begun));
            return run(since, work);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MongoInterruptedException("interrupted before the transaction", e);
    }
  }

  /** Does the work after the session's transaction is committed, unless it is not. */
  void afterCommit(ClientSession session, Runnable work) {
    Optional.ofNullable(afterCommits.get(session))
        .orElseThrow(() -> new IllegalStateException("the session has no transaction"))
        .add(work);
  }

  private <T> T run(long since, Function<ClientSession, T> work) {
    long now = System.nanoTime();
    long most = Math.min(time.nanosLeft(), since + DEADLINE_NANOS - now);
    Attempt<T> attempt = new Attempt<>(client.startSession(SESSION), work, now + most);
    afterCommits.put(attempt.session, attempt.afterCommit);
    try {
      T result = attempt.run();
      attempt.afterCommit.forEach(Runnable::run);
      return result;
    } finally {
      afterCommits.remove(attempt.session);
      if (attempt.timedOut) {
        aborting.execute(attempt.session::close);
      } else {
        attempt.session.close();
      }
    }
  }

  @Override
  public void close() {
    aborting.shutdownNow();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "abort-transaction");
    thread.setDaemon(true);
    return thread;
  }

  private final class Attempt<T> {
    private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final ClientSession session;
    private final Function<ClientSession, T> work;
    private final long begun = System.nanoTime();
    private final long end;
    private boolean timedOut;

    private Attempt(ClientSession session, Function<ClientSession, T> work, long end) {
      this.session = session;
      this.work = work;
      this.end = end;
    }

    private T run() {
      while (true) {
        // The transaction begins on the server with the first command of the work.
        backoff.awaitTry();
        afterCommit.clear();
        session.startTransaction(
            TransactionOptions.builder().timeout(millisLeft(), TimeUnit.MILLISECONDS).build());
        try {
          T result = work.apply(session);
          commit();
          return result;
        } catch (MongoException e) {
          timedOut = e instanceof MongoOperationTimeoutException;
          if (!timedOut) {
            abort();
          }
          if (timedOut || System.nanoTime() - begun > PATIENCE_NANOS) {
            abandoned.suspect();
          }
          if (timedOut || !e.hasErrorLabel(TRANSIENT_TRANSACTION_ERROR_LABEL) || isOver()) {
            throw e;
          }
        } catch (RuntimeException | Error e) {
          abort();
          throw e;
        }
      }
    }

    private void commit() {
      while (true) {
        try {
          session.commitTransaction();
          return;
        } catch (MongoOperationTimeoutException e) {
          throw e;
        } catch (MongoException e) {
          if (!e.hasErrorLabel(UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL) || isOver()) {
            throw e;
          }
        }
      }
    }

    /** Nothing to do after a commit, whatever its outcome. */
    private void abort() {
      if (session.hasActiveTransaction()) {
        session.abortTransaction();
      }
    }

    private boolean isOver() {
      return System.nanoTime() - end >= 0;
    }

    private long millisLeft() {
      return Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis());
    }
  }
}
