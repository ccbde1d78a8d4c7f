package io.healthconnect.signaling.transport;

import io.healthconnect.signaling.SignalingLimits;
import io.healthconnect.signaling.limits.TokenBucket;
import io.healthconnect.signaling.sending.CloseCode;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * Inspects every byte of a client before the WebSocket engine does. Refuses what RFC 6455 or our
 * limits forbid as soon as the header shows it, joins fragments, validates text, and passes on only
 * whole, unmasked messages. Used by one reader at a time.
 */
final class FrameGuard {
  /** Receives the results. Nothing follows {@code closed} or {@code refused}. */
  interface Sink {
    /** A whole message as one unmasked frame; valid during the call. */
    void message(ByteBuffer frame);

    void ping(byte[] payload);

    /** The peer's close frame; the payload is valid and may be sent back. */
    void closed(byte[] payload);

    void refused(CloseCode code);
  }

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int MAX_CONTROL = 125;
  private static final int MASK = 4;

  private final SignalingLimits.Frames limits;
  private final LongSupplier nanoTime;
  private final Sink sink;
  private final TokenBucket controlRate;
  private final Utf8Check utf8 = new Utf8Check();
  private final MessageBuffer message;
  private final byte[] head = new byte[14];
  private final byte[] mask = new byte[MASK];
  private int headSize;
  private int lengthEnd;
  private int opcode;
  private boolean last;
  private long length;
  private int received;
  private byte[] control = new byte[0];
  private int messageOpcode;
  private int fragments;
  private long messageLength;
  private int binaryExpected;
  private boolean finished;

  FrameGuard(SignalingLimits.Frames limits, LongSupplier nanoTime, Sink sink) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.sink = sink;
    this.message = new MessageBuffer(limits.maxMessageBytes());
    this.controlRate =
        new TokenBucket(limits.controlPerSecond(), limits.controlBurst(), nanoTime.getAsLong());
  }

  void expectBinary(int messages) {
    binaryExpected = messages;
  }

  /** Consumes all bytes; those after a close or a refusal are dropped. */
  void feed(ByteBuffer in) {
    while (!finished && in.hasRemaining()) {
      if (headSize < 2 || headSize < lengthEnd + MASK) {
        head[headSize++] = in.get();
        readHead();
      } else {
        readPayload(in);
      }
    }
    in.position(in.limit());
  }

  private void readHead() {
    if (headSize == 2) {
      int code = head[1] & 0x7F;
      lengthEnd = code < 126 ? 2 : code == 126 ? 4 : 10;
      checkStart();
    }
    if (!finished && headSize == lengthEnd) {
      readLength();
      checkLength();
    }
    if (!finished && headSize > 2 && headSize == lengthEnd + MASK) {
      System.arraycopy(head, lengthEnd, mask, 0, MASK);
      received = 0;
      if (isControl()) {
        control = new byte[(int) length];
      }
      if (length == 0) {
        frameComplete();
      }
    }
  }

  private void checkStart() {
    opcode = head[0] & 0x0F;
    last = (head[0] & 0x80) != 0;
    boolean reservedBits = (head[0] & 0x70) != 0;
    boolean masked = (head[1] & 0x80) != 0;
    if (reservedBits || !masked) {
      refuse(CloseCode.PROTOCOL_ERROR);
    } else if (isControl()) {
      boolean fits = last && lengthEnd == 2;
      if (opcode > PONG || !fits || !controlRate.take(nanoTime.getAsLong())) {
        refuse(CloseCode.PROTOCOL_ERROR);
      }
    } else {
      checkDataStart();
    }
  }

  private void checkDataStart() {
    boolean inMessage = messageOpcode != 0;
    if (opcode > BINARY || (opcode == CONTINUATION) != inMessage) {
      refuse(CloseCode.PROTOCOL_ERROR);
    } else if (opcode == BINARY && binaryExpected == 0) {
      refuse(CloseCode.BINARY_NOT_ALLOWED);
    } else if (fragments >= limits.maxFragments()) {
      refuse(CloseCode.TOO_BIG);
    } else if (!inMessage) {
      messageOpcode = opcode;
    }
  }

  private void readLength() {
    length = 0;
    if (lengthEnd == 2) {
      length = head[1] & 0x7F;
    }
    for (int i = 2; i < lengthEnd; i++) {
      length = length << 8 | (head[i] & 0xFF);
    }
  }

  private void checkLength() {
    boolean minimal = lengthEnd == 2 || (lengthEnd == 4 && length > MAX_CONTROL) || length > 0xFFFF;
    if (length < 0 || !minimal) {
      refuse(CloseCode.PROTOCOL_ERROR);
    } else if (!isControl()) {
      if (length > limits.maxMessageBytes() - messageLength) {
        refuse(CloseCode.TOO_BIG);
      }
      messageLength += length;
    }
  }

  private void readPayload(ByteBuffer in) {
    int now = (int) Math.min(in.remaining(), length - received);
    if (isControl()) {
      for (int i = 0; i < now; i++) {
        control[received + i] = (byte) (in.get() ^ mask[(received + i) & 3]);
      }
    } else {
      message.append(in, now, mask, received);
      int end = message.end();
      if (messageOpcode == TEXT && !utf8.accepts(message.bytes(), end - now, end)) {
        refuse(CloseCode.INVALID_TEXT);
        return;
      }
    }
    received += now;
    if (received == length) {
      frameComplete();
    }
  }

  private void frameComplete() {
    headSize = 0;
    if (opcode == PING) {
      sink.ping(control);
    } else if (opcode == CLOSE) {
      closeReceived();
    } else if (!isControl()) {
      fragments++;
      if (last) {
        messageComplete();
      }
    }
  }

  private void messageComplete() {
    int type = messageOpcode;
    messageOpcode = 0;
    fragments = 0;
    messageLength = 0;
    if (type == BINARY) {
      binaryExpected--;
    } else if (!utf8.complete()) {
      refuse(CloseCode.INVALID_TEXT);
      return;
    }
    sink.message(message.frame(type));
    message.reset();
  }

  private void closeReceived() {
    if (control.length == 1 || (control.length > 1 && !isCloseStatus())) {
      refuse(CloseCode.PROTOCOL_ERROR);
      return;
    }
    Utf8Check reason = new Utf8Check();
    if (control.length > 2 && !(reason.accepts(control, 2, control.length) && reason.complete())) {
      refuse(CloseCode.INVALID_TEXT);
      return;
    }
    finished = true;
    sink.closed(control);
  }

  private boolean isCloseStatus() {
    int status = (control[0] & 0xFF) << 8 | (control[1] & 0xFF);
    return (status >= 1000 && status <= 1003)
        || (status >= 1007 && status <= 1014)
        || (status >= 3000 && status <= 4999);
  }

  private boolean isControl() {
    return opcode >= CLOSE;
  }

  private void refuse(CloseCode code) {
    finished = true;
    sink.refused(code);
  }
}
