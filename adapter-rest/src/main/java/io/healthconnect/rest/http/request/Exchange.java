package io.healthconnect.rest.http.request;

import io.healthconnect.application.Actor;
import io.healthconnect.domain.InvalidValueException;
import io.healthconnect.domain.InvalidValueException.Code;
import io.healthconnect.domain.Page;
import io.healthconnect.domain.PageRequest;
import io.healthconnect.edge.address.ClientAddress;
import io.healthconnect.rest.http.reply.ErrorCode;
import io.healthconnect.rest.http.reply.Problem;
import io.healthconnect.rest.http.reply.ProblemException;
import io.healthconnect.rest.http.reply.Reply;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * One request as routes see it. Everything it reads is validated; an invalid value ends the
 * request.
 */
public final class Exchange {
  /** The body of requests without content. */
  record Nothing() {}

  private static final int BUFFER = 8 * 1024;
  private static final long NO_VERSION = -1;

  private final Context context;
  private final StrictJson json;
  private final JsonLimits limits;
  private final ClientAddress address;
  private final Optional<Actor> actor;
  private int pageCap = PageRequest.MAX_LIMIT;
  private int pageLimit;

  public Exchange(
      Context context,
      StrictJson json,
      JsonLimits limits,
      ClientAddress address,
      Optional<Actor> actor) {
    this.context = context;
    this.json = json;
    this.limits = limits;
    this.address = address;
    this.actor = actor;
  }

  /** Who makes the request, on routes where a session is optional. */
  public Optional<Actor> viewer() {
    return actor;
  }

  /** Who makes the request; only on routes that require a session. */
  public Actor actor() {
    return actor.orElseThrow();
  }

  /** The client network of the request, behind trusted proxies. */
  public String address() {
    return address.network();
  }

  /** What guesses of one password are counted by: the client network, or a wider one. */
  public String site() {
    return address.site();
  }

  /** The address of the client, behind trusted proxies; for the log. */
  public String clientAddress() {
    return address.text();
  }

  /** Whether only the headers of the reply are asked for. */
  public boolean isHead() {
    return context.method() == HandlerType.HEAD;
  }

  /** Runs an action once the reply has been sent, or could not be. */
  public void onEnd(Runnable action) {
    Request.addCompletionListener(
        ServletContextRequest.getServletContextRequest(context.req()), failure -> action.run());
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  /** A word in the query; it may be left out, but not be empty. */
  public Optional<String> query(String name) {
    Optional<String> value = once(name);
    if (value.filter(String::isEmpty).isPresent()) {
      throw new InvalidValueException(name, "must not be empty");
    }
    return value;
  }

  /** Text in the query, as people type it; an empty one is none. */
  public Optional<String> text(String name) {
    return once(name).filter(value -> !value.isEmpty());
  }

  private Optional<String> once(String name) {
    List<String> values = context.queryParams(name);
    if (values.size() > 1) {
      throw new InvalidValueException(name, "must be given once", Code.DUPLICATE);
    }
    return values.stream().findFirst();
  }

  /** A whole number in the query. */
  public Optional<Long> number(String name) {
    return query(name)
        .map(
            text -> {
              if (!text.matches("-?\\d{1,18}")) {
                throw new InvalidValueException(name, "must be a whole number");
              }
              return Long.parseLong(text);
            });
  }

  /** Yes or no in the query. */
  public Optional<Boolean> yesOrNo(String name) {
    return query(name)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default ->
                      throw new InvalidValueException(
                          name, "must be true or false", Code.UNKNOWN_VALUE);
                });
  }

  public PageRequest page() {
    return new PageRequest(limit(), query("cursor").map(Cursors::read));
  }

  /**
   * The parameter {@code limit}: 1 to 100, by default 20; less once a reply of so many items has
   * turned out to be too large.
   */
  public int limit() {
    long limit = number("limit").orElse((long) PageRequest.DEFAULT_LIMIT);
    if (limit < 1 || limit > PageRequest.MAX_LIMIT) {
      throw InvalidValueException.outOfRange("limit", 1, PageRequest.MAX_LIMIT);
    }
    pageLimit = (int) Math.min(limit, pageCap);
    return pageLimit;
  }

  /**
   * Has room for as many items of a list as fit into a reply.
   *
   * @param reply the reply that shows a page
   */
  public <T> FittedPage<T> fitted(Function<Page<T>, Object> reply) {
    return new FittedPage<>(json, reply);
  }

  /** How many items the route was asked to list; empty if it does not list pages. */
  public OptionalInt pageLimit() {
    return pageLimit == 0 ? OptionalInt.empty() : OptionalInt.of(pageLimit);
  }

  /** The same request for fewer items. */
  public Exchange withPageCap(int cap) {
    Exchange smaller = new Exchange(context, json, limits, address, actor);
    smaller.pageCap = cap;
    return smaller;
  }

  /**
   * Makes a change under {@code If-Match}: tries each version in the header until one is not
   * refused as stale. Without the header, or with {@code *}, makes it once without a version. A tag
   * that names no version is tried as one that nothing has, so that what is wrong besides is said
   * first.
   */
  public Reply ifMatch(Function<Optional<Long>, Reply> change) {
    Optional<EntityTags> tags = EntityTags.parse(header("If-Match"));
    if (tags.isEmpty() || tags.get().any()) {
      return change.apply(Optional.empty());
    }
    Set<Long> versions = new LinkedHashSet<>();
    tags.get().tags().stream()
        .filter(tag -> tag.matches("\\d{1,18}"))
        .forEach(tag -> versions.add(Long.parseLong(tag)));
    if (versions.isEmpty()) {
      versions.add(NO_VERSION);
    }
    Reply reply = Problem.of(ErrorCode.PRECONDITION_FAILED);
    for (long version : versions) {
      if (isStale(reply)) {
        reply = change.apply(Optional.of(version));
      }
    }
    return reply;
  }

  private static boolean isStale(Reply reply) {
    return reply instanceof Problem problem && problem.code() == ErrorCode.PRECONDITION_FAILED;
  }

  /** Whether {@code If-None-Match} contains the tag, which is given without quotes. */
  public boolean isKnown(String tag) {
    return EntityTags.parse(header("If-None-Match")).filter(tags -> tags.contains(tag)).isPresent();
  }

  /** Reads the body, which is required. */
  public <T> T body(Class<T> type) {
    if (declaredBytes() > limits.bodyBytes()) {
      throw tooLarge();
    }
    requireJson();
    return json.read(bytes(limits.bodyBytes(), SlowBodyDetector.never()), type);
  }

  /** Reads the body; {@code absent} if there is none. */
  public <T> T bodyOr(Class<T> type, T absent) {
    if (declaredBytes() > limits.bodyBytes()) {
      throw tooLarge();
    }
    byte[] body = bytes(limits.bodyBytes(), SlowBodyDetector.never());
    if (body.length == 0) {
      return absent;
    }
    requireJson();
    return json.read(body, type);
  }

  /** For routes without a body: there must be none, or an empty object. */
  public void noBody() {
    bodyOr(Nothing.class, new Nothing());
  }

  /** The length of the body as declared by the client, or -1. */
  long declaredBytes() {
    return context.req().getContentLengthLong();
  }

  boolean isMultipart() {
    String type = context.req().getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
  }

  /**
   * @throws ProblemException 415
   */
  void requireJson() {
    if (!isJson(context.req().getContentType())) {
      throw new ProblemException(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }
  }

  /**
   * The whole body.
   *
   * @throws ProblemException 413 if it has more than {@code most} bytes; 408 once it is too slow
   */
  byte[] bytes(int most, SlowBodyDetector slow) {
    if (declaredBytes() > most) {
      throw tooLarge();
    }
    return rest(new byte[0], most, slow);
  }

  /**
   * The first bytes of the body; fewer than {@code most} only if that is all.
   *
   * @throws ProblemException 408 once it is too slow
   */
  byte[] head(int most, SlowBodyDetector slow) {
    ByteArrayOutputStream head = new ByteArrayOutputStream(Math.min(most, BUFFER));
    read(head, most, slow);
    return head.toByteArray();
  }

  /** Like {@link #bytes}, after {@code head} was read. */
  byte[] rest(byte[] head, int most, SlowBodyDetector slow) {
    ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.max(1024, declaredBytes()));
    body.writeBytes(head);
    read(body, most + 1, slow);
    if (body.size() > most) {
      throw tooLarge();
    }
    return body.toByteArray();
  }

  /** Reads until {@code body} has {@code most} bytes, or there are no more. */
  private void read(ByteArrayOutputStream body, int most, SlowBodyDetector slow) {
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = context.req().getInputStream();
      while (body.size() < most) {
        slow.startWaiting();
        int read = in.read(buffer, 0, Math.min(BUFFER, most - body.size()));
        slow.stopWaiting();
        if (read < 0) {
          return;
        }
        body.write(buffer, 0, read);
        slow.received(read);
        if (slow.isTooSlow()) {
          throw unread(ErrorCode.REQUEST_TIMEOUT);
        }
      }
    } catch (IOException e) {
      throw new BrokenRequestException(e);
    }
  }

  /** Whether the type is JSON in UTF-8, which some clients call {@code utf8}. */
  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return false;
    }
    String type = contentType.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return type.matches("application/json(;charset=(\"utf-?8\"|utf-?8))?;?");
  }

  private static ProblemException tooLarge() {
    return unread(ErrorCode.TOO_LARGE);
  }

  private static ProblemException unread(ErrorCode code) {
    return new ProblemException(Problem.of(code).withBodyUnread());
  }
}
