package io.healthconnect.notify.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Stands between a mailer and a real mail server, and answers some commands in its place. The end
 * of a mail is the command {@code .}, the greeting is the answer to an empty one.
 */
final class FaultyServer implements AutoCloseable {
  /** What happens to a command. */
  enum Fault {
    /** The connection ends without an answer. */
    BREAKS_OFF,
    /** The real server hears the command, and the connection ends before its answer. */
    BREAKS_OFF_LATE,
    /** No answer ever comes. */
    SILENT,
    /** The answer has no end. */
    ENDLESS
  }

  /** Either a fault, or the line that is answered. */
  record Rule(Optional<Fault> fault, String answer) {
    static Optional<Rule> fault(Fault fault) {
      return Optional.of(new Rule(Optional.of(fault), ""));
    }

    static Optional<Rule> answer(String line) {
      return Optional.of(new Rule(Optional.empty(), line));
    }
  }

  private final ServerSocket listener;
  private final int realPort;
  private final Function<String, Optional<Rule>> rules;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

  FaultyServer(int realPort, Function<String, Optional<Rule>> rules) throws IOException {
    this.realPort = realPort;
    this.rules = rules;
    this.listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private static void start(Runnable run) {
    Thread thread = new Thread(run, "faulty-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        open.add(client);
        start(() -> serve(client));
      }
    } catch (IOException e) {
      // The test has ended.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket real = new Socket(InetAddress.getLoopbackAddress(), realPort)) {
      open.add(real);
      relay(client, real);
    } catch (IOException e) {
      // One of the two has hung up.
    }
  }

  private void relay(Socket client, Socket real) throws IOException {
    BufferedReader said = reader(client);
    BufferedReader answered = reader(real);
    Optional<String> command = Optional.of("");
    boolean inMail = false;
    while (command.isPresent()) {
      String line = command.get();
      boolean isCommand = !inMail || line.equals(".");
      Optional<Rule> rule = isCommand ? rules.apply(line) : Optional.empty();
      if (rule.isPresent()) {
        if (!answer(rule.get(), line, client, real)) {
          return;
        }
        if (inMail) {
          agree(said, client);
          return;
        }
      } else {
        boolean greeting = line.isEmpty() && !inMail;
        if (!greeting) {
          write(real, line);
        }
        if (isCommand) {
          String last = pass(answered, client);
          inMail = last.startsWith("354");
        }
      }
      command = Optional.ofNullable(said.readLine());
    }
  }

  /** The real server waits for the end of the mail, so this one goes on alone. */
  private static void agree(BufferedReader said, Socket client) throws IOException {
    while (said.readLine() != null) {
      write(client, "250 OK");
    }
  }

  /** Whether the conversation goes on. */
  private boolean answer(Rule rule, String line, Socket client, Socket real) throws IOException {
    if (rule.fault().isEmpty()) {
      write(client, rule.answer());
      return true;
    }
    switch (rule.fault().get()) {
      case BREAKS_OFF -> {}
      case BREAKS_OFF_LATE -> {
        write(real, line);
        reader(real).readLine();
      }
      case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
      case ENDLESS -> {
        var unused =
            drip.scheduleAtFixedRate(() -> unchecked(client), 0, 20, TimeUnit.MILLISECONDS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
    }
    return false;
  }

  private static void unchecked(Socket client) {
    try {
      write(client, "220-more");
    } catch (IOException e) {
      throw new IllegalStateException(e); // ends the repetition
    }
  }

  private static String pass(BufferedReader answered, Socket client) throws IOException {
    String line;
    do {
      line = Optional.ofNullable(answered.readLine()).orElseThrow(IOException::new);
      write(client, line);
    } while (line.length() > 3 && line.charAt(3) == '-');
    return line;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static void write(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    drip.shutdownNow();
  }
}
