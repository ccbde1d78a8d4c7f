package io.healthconnect.benchmarks.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with an image file, as a page sends it. */
public record ImageForm(byte[] file) {
  public static final String CONTENT_TYPE = "multipart/form-data; boundary=b";

  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=\"image\"; filename=\"a.png\"\r\n"
          + "Content-Type: image/png\r\n\r\n";
  private static final String END = "\r\n--b--\r\n";

  public byte[] bytes() {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(HEAD.getBytes(StandardCharsets.US_ASCII));
    form.writeBytes(file);
    form.writeBytes(END.getBytes(StandardCharsets.US_ASCII));
    return form.toByteArray();
  }
}
