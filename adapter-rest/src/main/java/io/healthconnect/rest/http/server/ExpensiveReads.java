package io.healthconnect.rest.http.server;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.change.ChangeFeed;
import io.healthconnect.rest.http.admission.Access;
import io.healthconnect.rest.http.reply.Reply;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Bounds the cost of reads that anybody can make expensive: a reply that was given a moment ago and
 * is still true is given again, and one client has only a few others under way.
 */
public final class ExpensiveReads {
  private final PublicReplies replies;
  private final ReadLimiter limiter;
  private final Predicate<Actor> seesOwn;

  private ExpensiveReads(PublicReplies replies, ReadLimiter limiter, Predicate<Actor> seesOwn) {
    this.replies = replies;
    this.limiter = limiter;
    this.seesOwn = seesOwn;
  }

  /**
   * @param perClient reads at once of one client network, or of one person on routes that need a
   *     session
   * @param feed says what has changed
   * @param seesOwn whether somebody sees something in replies that others do not see, and so is
   *     given none that was read for others
   */
  public static ExpensiveReads create(
      int perClient, ChangeFeed feed, Clock clock, Predicate<Actor> seesOwn) {
    PublicReplies replies = new PublicReplies(clock);
    feed.subscribe(replies);
    int all = 2 * Runtime.getRuntime().availableProcessors();
    return new ExpensiveReads(
        replies, new ReadLimiter(perClient, Math.max(4, all), ReadLimiter.PATIENCE), seesOwn);
  }

  /** The reply, from {@code read} unless it is known; {@code read} writes bodies as bytes. */
  Reply answer(
      Route route, Context context, String network, Optional<Actor> actor, Supplier<Reply> read) {
    if (route.kept() == Route.Kept.NOT || actor.filter(seesOwn).isPresent()) {
      return inTurn(route, network, actor, read);
    }
    String doctor = route.kept() == Route.Kept.DOCTOR ? context.pathParam("id") : "";
    String query = context.queryString();
    String request = context.path() + '?' + (query == null ? "" : query);
    return replies
        .find(request, replies.mark(route.kept(), doctor))
        .orElseGet(() -> inTurn(route, network, actor, () -> again(route, doctor, request, read)));
  }

  private Reply inTurn(Route route, String network, Optional<Actor> actor, Supplier<Reply> read) {
    if (!route.takesTurns()) {
      return read.get();
    }
    String client =
        route.who() == Access.ANYONE
            ? network
            : actor.map(each -> "person " + each.id().value()).orElse(network);
    return limiter.run(client, read);
  }

  /** While this one waited for its turn another may have read the same. */
  private Reply again(Route route, String doctor, String request, Supplier<Reply> read) {
    PublicReplies.Mark mark = replies.mark(route.kept(), doctor);
    return replies.find(request, mark).orElseGet(() -> fresh(request, mark, read));
  }

  private Reply fresh(String request, PublicReplies.Mark mark, Supplier<Reply> read) {
    Reply reply = read.get();
    if (reply instanceof Reply.Content content && content.status() == 200) {
      replies.keep(request, mark, content);
    }
    return reply;
  }
}
