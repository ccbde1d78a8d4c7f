package io.healthconnect.benchmarks.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A system call that strace has seen, ordered by the moment that matters: the begin of a write, the
 * return of a sync, the begin of an acknowledgement.
 *
 * @param file the path, or strace's name for the socket
 * @param offset where it writes, or the new length
 */
record SystemCall(Kind kind, String file, long offset, byte[] data) {
  static final String TRACED = "pwrite64,ftruncate,fsync,fdatasync,write,writev,sendto,sendmsg";

  private static final String ACK = escaped("HTTP/1.1 201");
  private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(\\d+<(.*?)>(.*)");
  private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>.*");
  private static final Pattern WRITTEN = Pattern.compile(", \"((?:\\\\x..)*)\", \\d+, (\\d+).*");
  private static final Pattern LENGTH = Pattern.compile(", (\\d+).*");

  enum Kind {
    WRITE,
    TRUNCATE,
    SYNC,
    ACK
  }

  boolean isOf(String name) {
    return kind != Kind.ACK && file.endsWith("/" + name);
  }

  static List<SystemCall> read(Path trace) throws IOException {
    Map<String, SystemCall> unfinished = new HashMap<>();
    List<SystemCall> calls = new ArrayList<>();
    try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
      lines.forEach(line -> parse(line, unfinished).ifPresent(calls::add));
    }
    return calls;
  }

  private static Optional<SystemCall> parse(String line, Map<String, SystemCall> unfinished) {
    Matcher resumed = RESUMED.matcher(line);
    if (resumed.matches()) {
      return Optional.ofNullable(unfinished.remove(resumed.group(1)));
    }
    Matcher call = CALL.matcher(line);
    if (!call.matches()) {
      return Optional.empty();
    }
    String file = text(call.group(3));
    String rest = call.group(4);
    switch (call.group(2)) {
      case "pwrite64":
        return written(file, rest);
      case "ftruncate":
        Matcher length = LENGTH.matcher(rest);
        return length.matches()
            ? Optional.of(of(Kind.TRUNCATE, file, Long.parseLong(length.group(1)), ""))
            : Optional.empty();
      case "fsync", "fdatasync":
        SystemCall sync = of(Kind.SYNC, file, 0, "");
        if (rest.contains("unfinished")) {
          unfinished.put(call.group(1), sync);
          return Optional.empty();
        }
        return Optional.of(sync);
      default:
        return rest.contains(ACK) ? Optional.of(of(Kind.ACK, file, 0, "")) : Optional.empty();
    }
  }

  private static Optional<SystemCall> written(String file, String rest) {
    Matcher matcher = WRITTEN.matcher(rest);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(of(Kind.WRITE, file, Long.parseLong(matcher.group(2)), matcher.group(1)));
  }

  private static SystemCall of(Kind kind, String file, long offset, String escaped) {
    return new SystemCall(kind, file, offset, HexFormat.of().parseHex(escaped.replace("\\x", "")));
  }

  /** Newer versions of strace write paths in hexadecimal too. */
  private static String text(String path) {
    return path.startsWith("\\x")
        ? new String(HexFormat.of().parseHex(path.replace("\\x", "")), StandardCharsets.ISO_8859_1)
        : path;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.US_ASCII)) {
      escaped.append("\\x").append(HexFormat.of().toHexDigits(each));
    }
    return escaped.toString();
  }
}
