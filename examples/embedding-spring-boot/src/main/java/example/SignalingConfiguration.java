package example;

import io.healthconnect.application.HealthConnect;
import io.healthconnect.security.SecureRandomIds;
import io.healthconnect.signaling.OriginPolicy;
import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.SystemTimers;
import io.healthconnect.signaling.endpoint.SignalingEndpoint;
import io.healthconnect.signaling.product.Backplane;
import io.healthconnect.signaling.product.ProductLimits;
import io.healthconnect.signaling.product.ProductSignaling;
import io.healthconnect.signaling.session.SignalingCore;
import io.healthconnect.signaling.session.SocketRegistry;
import io.healthconnect.sqlite.SqliteStore;
import io.healthconnect.sqlite.change.LocalChangeFeed;
import io.healthconnect.sqlite.presence.LocalPresence;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

/** Socket.IO in the WebSocket container of Tomcat. */
@Configuration
class SignalingConfiguration {

  @Bean
  SystemTimers timers() {
    return new SystemTimers();
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService signalingEvents() {
    return Executors.newFixedThreadPool(8);
  }

  @Bean(destroyMethod = "shutdownNow")
  ExecutorService signalingChanges() {
    return Executors.newSingleThreadExecutor();
  }

  @Bean
  SocketRegistry sockets() {
    return new SocketRegistry(SignalingLimits.defaults().sockets().perAccount());
  }

  @Bean
  ProductSignaling signaling(
      HealthConnect health,
      LocalPresence presence,
      LocalChangeFeed feed,
      SqliteStore store,
      SocketRegistry sockets,
      SystemTimers timers,
      ExecutorService signalingChanges) {
    Backplane backplane = new Backplane(presence, feed, store.typing(), false);
    return ProductSignaling.create(
        health,
        backplane,
        sockets,
        timers,
        signalingChanges,
        new ProductLimits(100, 10, 3, 32 * 1024, 1024));
  }

  @Bean
  ServerEndpointConfig signalingEndpoint(
      ProductSignaling signaling,
      SocketRegistry sockets,
      SystemTimers timers,
      ExecutorService signalingEvents,
      @Value("${clinic.origin}") String origin) {
    SignalingCore core =
        new SignalingCore(
            SignalingLimits.defaults(),
            signaling.listener(),
            sockets,
            signalingEvents,
            timers,
            new SecureRandomIds()::next);
    return SignalingEndpoint.config(
        core, new OriginPolicy(Set.of(origin), Set.of("token", "__Host-token")));
  }

  @Bean
  ServerEndpointExporter endpointExporter() {
    return new ServerEndpointExporter();
  }
}
