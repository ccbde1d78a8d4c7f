package io.healthconnect.notify.push;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import io.healthconnect.domain.push.NoticePush;
import io.healthconnect.domain.push.PushDelivery;
import io.healthconnect.domain.push.PushDelivery.Outcome;
import io.healthconnect.domain.push.PushEndpoint;
import io.healthconnect.domain.push.PushKeys;
import io.healthconnect.domain.push.Pusher;
import io.healthconnect.domain.push.VapidKeyPair;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends encrypted notices over HTTPS. A service that says nothing, or little at a time, does not
 * hold up a sender for longer than the limit; redirects are not followed, and of an answer no more
 * is read than its status and the beginning of its body.
 */
public final class WebPusher implements Pusher, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebPusher.class);

  /** How long services keep a notice for a device that is off. */
  private static final Duration LIFE = Duration.ofDays(1);

  private static final int MOST_CONNECTIONS = 20;
  private static final int ANSWER_BYTES = 4_096;

  private final GuardedAddresses addresses;
  private final Duration longest;
  private final VapidSignature signature;
  private final Clock clock;
  private final CloseableHttpClient http;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          run -> {
            Thread thread = new Thread(run, "push-watch");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param testService a push service of tests at a loopback address; empty in production
   */
  public WebPusher(VapidKeyPair keys, PushContact contact, Optional<URI> testService, Clock clock) {
    this(
        new GuardedAddresses(InetAddress::getAllByName, testService),
        SSLContexts.createDefault(),
        Duration.ofSeconds(LONGEST_SECONDS),
        new VapidSignature(keys, contact, clock),
        clock);
  }

  WebPusher(
      GuardedAddresses addresses,
      SSLContext trust,
      Duration longest,
      VapidSignature signature,
      Clock clock) {
    this.addresses = addresses;
    this.longest = longest;
    this.signature = signature;
    this.clock = clock;
    this.http = client(addresses, trust, Timeout.of(longest));
  }

  private static CloseableHttpClient client(
      GuardedAddresses addresses, SSLContext trust, Timeout longest) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(8_192).setMaxHeaderCount(100).build();
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(addresses)
            .setSSLSocketFactory(new SSLConnectionSocketFactory(trust))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(longest)
                    .setSocketTimeout(longest)
                    .setTimeToLive(Timeout.ofMinutes(1))
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(longest).build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("Health-Connect")
        .build();
  }

  @Override
  public PushDelivery push(NoticePush notice) {
    PushEndpoint endpoint = notice.to().endpoint();
    URI url = endpoint.value();
    if (!addresses.allowPort(url)) {
      return forbidden(endpoint);
    }
    HttpPost request = request(notice);
    Future<?> end = watch.schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
    try (ClassicHttpResponse answer =
        http.executeOpen(
            new HttpHost(url.getScheme(), url.getHost(), url.getPort()), request, null)) {
      return outcome(endpoint, answer);
    } catch (ForbiddenAddressException e) {
      return forbidden(endpoint);
    } catch (IOException e) {
      LOG.warn("The push service {} cannot be used: {}", endpoint, e.getClass().getSimpleName());
      return PushDelivery.of(Outcome.DEFERRED);
    } finally {
      end.cancel(false);
    }
  }

  private static PushDelivery forbidden(PushEndpoint endpoint) {
    LOG.warn("{} was not called: it is not on the public internet", endpoint);
    return PushDelivery.of(Outcome.GONE);
  }

  private HttpPost request(NoticePush notice) {
    PushKeys keys = notice.to().keys();
    URI url = notice.to().endpoint().value();
    EncryptedPushMessage message =
        MessageEncryptions.of()
            .encrypt(
                UserAgentMessageEncryptionKeyInfo.of(keys.p256dh(), keys.auth()),
                PushMessage.ofUTF8(PushTexts.of(notice)));
    HttpPost request = new HttpPost(url);
    request.setHeader("Authorization", signature.of(url));
    request.setHeader("Content-Encoding", message.contentEncoding());
    request.setHeader("TTL", Long.toString(life(notice.usefulUntil()).toSeconds()));
    request.setHeader("Urgency", "high");
    request.setEntity(new ByteArrayEntity(message.toBytes(), ContentType.APPLICATION_OCTET_STREAM));
    return request;
  }

  private Duration life(Instant usefulUntil) {
    Duration left = Duration.between(clock.instant(), usefulUntil);
    return left.isNegative() ? Duration.ZERO : left.compareTo(LIFE) < 0 ? left : LIFE;
  }

  private PushDelivery outcome(PushEndpoint endpoint, ClassicHttpResponse answer)
      throws IOException {
    Optional<String> retryAfter =
        Optional.ofNullable(answer.getFirstHeader("Retry-After")).map(Header::getValue);
    PushDelivery delivery = PushAnswers.of(answer.getCode(), retryAfter, clock.instant());
    if (delivery.outcome() != Outcome.SENT) {
      LOG.warn("The push service {} has answered {}", endpoint, answer.getCode());
    }
    readToTheEnd(answer.getEntity());
    return delivery;
  }

  /** Lets the connection be used again, unless the answer is long. */
  private static void readToTheEnd(@Nullable HttpEntity body) {
    if (body != null) {
      try {
        body.getContent().readNBytes(ANSWER_BYTES);
      } catch (IOException e) {
        LOG.debug("The answer of a push service ended early", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    watch.shutdownNow();
    http.close();
  }
}
