package io.healthconnect.benchmarks.requests.limit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.healthconnect.benchmarks.requests.Row;
import io.healthconnect.benchmarks.server.Arguments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Answers {@code /ROW/connection/self/other} with the bytes that the server answered, after the
 * statements that it needs for them. Sessions, rules and JSON out cost nothing here.
 *
 * <p>Arguments: {@code --port N --replies FOLDER}, and {@code --data FOLDER} with a file of SQLite
 * or {@code --mongodb URI --database NAME}.
 */
public final class LimitServer extends Handler.Abstract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LimitStore store;
  private final Path replies;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  private LimitServer(LimitStore store, Path replies) {
    this.store = store;
    this.replies = replies;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    String uri = given.text("mongodb", "");
    LimitStore store =
        uri.isEmpty()
            ? SqliteLimit.open(Path.of(given.text("data", "")))
            : MongoLimit.open(uri, given.text("database", ""));
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    connector.setPort((int) given.number("port", 0));
    server.addConnector(connector);
    server.setHandler(new LimitServer(store, Path.of(given.text("replies", ""))));
    server.start();
    server.join();
  }

  /** The file that holds the reply to a request of this connection. */
  public static String fileOf(String row, String connection) {
    return row + "-" + connection;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (path.equals("/health/ready")) {
      callback.succeeded();
      return true;
    }
    String[] parts = path.split("/", -1);
    Row row = Row.valueOf(parts[1]);
    JsonNode body =
        request.getMethod().equals("POST")
            ? JSON.readTree(Content.Source.asString(request, StandardCharsets.UTF_8))
            : MissingNode.getInstance();
    store.run(row, parts[3], parts[4], body);
    response.setStatus(request.getMethod().equals("POST") ? 201 : 200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    byte[] reply = known.computeIfAbsent(fileOf(parts[1], parts[2]), this::read);
    response.write(true, ByteBuffer.wrap(reply), callback);
    return true;
  }

  private byte[] read(String file) {
    try {
      return Files.readAllBytes(replies.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
